import type { GraphQLSchema } from 'graphql';
import { isData, type Data } from '../data/merge.ts';
import { sizeOfLeaf, type ProjectionRun } from './anomaly.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';
import { typenameToAnswer } from './typename.ts';

/** Quotes, colon and comma of a member. */
const USUAL_SIGNS = 4;

/** Shapes an answer as objects, the client's fields alone and in its order. */
export class ObjectProjection {
  readonly #schema: GraphQLSchema;
  readonly #isBare: boolean;

  /** `isBare` for objects that a name such as `__proto__` changes nothing of; they take longer to make. */
  constructor(schema: GraphQLSchema, isBare: boolean) {
    this.#schema = schema;
    this.#isBare = isBare;
  }

  /** The object as the client sees it, or null when a null that may not be bubbled up to it. */
  project(run: ProjectionRun, fields: readonly FieldShape[], object: Data): Data | null {
    const projected: Data = this.#isBare ? (Object.create(null) as Data) : {};
    let bytes = 2;
    for (const field of fields) {
      const fetched = object[field.name];
      const isRight = field.kind === 'field' && typeof fetched === field.rightType && fetched !== undefined;
      const value = isRight ? fetched : this.#field(run, field, object);
      if (value === undefined) return null;
      projected[field.output] = value;
      bytes += field.output.length + USUAL_SIGNS;
      if (isRight) bytes += (value as string).length || 0;
    }
    run.work?.spend(fields.length);
    run.bytes += bytes;
    if (run.bytes > run.mostBytes) run.work?.refuseBytes(run.bytes);
    return projected;
  }

  /** The value to answer, undefined when it is null and may not be. */
  #field(run: ProjectionRun, field: FieldShape, object: Data): unknown {
    if (field.kind === 'field') {
      const value = object[field.name];
      if (value === undefined) run.anomalies += 1;
      return this.#value(run, field.value, value);
    }
    const typename = typenameToAnswer(this.#schema, object, field.name, field.parentType);
    if (typename === undefined) run.anomalies += 1;
    return typename;
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
    if (shape.isValid(value)) {
      run.bytes += sizeOfLeaf(value);
      return shape.isId ? String(value as string | number | bigint) : value;
    }
    run.anomalies += 1;
    return null;
  }

  #list(run: ProjectionRun, item: ValueShape, list: unknown): unknown[] | null {
    if (!Array.isArray(list)) {
      run.anomalies += 1;
      return null;
    }
    const projected = list.map((value) => this.#value(run, item, value));
    return item.nonNull && projected.includes(undefined) ? null : projected;
  }

  #object(run: ProjectionRun, selection: Selection, value: unknown): Data | null {
    const fields = isData(value) ? fieldsOf(selection, value) : undefined;
    if (fields) return this.project(run, fields, value as Data);
    run.anomalies += 1;
    return null;
  }
}

/** Nothing for an object of a type that has no place there. */
export function fieldsOf(selection: Selection, object: Data): readonly FieldShape[] | undefined {
  const typename = object['__typename'] ?? '';
  return typeof typename === 'string' ? selection.fieldsFor(typename) : undefined;
}
