import type { GraphQLSchema } from 'graphql';
import { isData, type Data } from '../merge.ts';
import { MisshapenData, type ProjectionRun } from './anomaly.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';
import { typenameToAnswer } from './typename.ts';

/** Shapes an answer as objects, the client's fields alone and in its order. */
export class ObjectProjection {
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The object as the client sees it, or null when a null that may not be bubbled up to it. */
  project(run: ProjectionRun, fields: readonly FieldShape[], object: Data): Data | null {
    const projected: Data = {};
    for (const field of fields) {
      const fetched = object[field.name];
      const isRight = field.kind === 'field' && typeof fetched === field.rightType && fetched !== undefined;
      const value = isRight ? fetched : this.#field(run, field, object);
      if (value === undefined) return null;
      projected[field.output] = value;
    }
    return projected;
  }

  /** The value to answer, undefined when it is null and may not be. */
  #field(run: ProjectionRun, field: FieldShape, object: Data): unknown {
    if (field.kind === 'typename') {
      return typenameToAnswer(this.#schema, object, field.name, field.parentType);
    }
    return this.#value(run, field.value, object[field.name]);
  }

  #value(run: ProjectionRun, shape: ValueShape, value: unknown): unknown {
    const projected = value === null || value === undefined ? null : this.#present(run, shape, value);
    if (projected !== null || !shape.nonNull) return projected;
    run.anomalies += 1;
    return undefined;
  }

  #present(run: ProjectionRun, shape: ValueShape, value: unknown): unknown {
    if (shape.kind === 'object') return this.#object(run, shape.selection, value);
    if (shape.kind === 'list') return this.#list(run, shape.item, value);
    if (shape.isValid(value)) return value;
    run.anomalies += 1;
    return null;
  }

  #list(run: ProjectionRun, item: ValueShape, list: unknown): unknown[] | null {
    if (!Array.isArray(list)) throw new MisshapenData();
    const projected = list.map((value) => this.#value(run, item, value));
    return item.nonNull && projected.includes(undefined) ? null : projected;
  }

  #object(run: ProjectionRun, selection: Selection, value: unknown): Data | null {
    if (!isData(value)) throw new MisshapenData();
    const fields = fieldsOf(selection, value);
    if (fields) return this.project(run, fields, value);
    run.anomalies += 1;
    return null;
  }
}

export function fieldsOf(selection: Selection, object: Data): readonly FieldShape[] | undefined {
  const typename = object['__typename'] ?? '';
  if (typeof typename !== 'string') throw new MisshapenData();
  return selection.fieldsFor(typename);
}
