import { isTrue, type Variables } from '../plan-run.ts';
import type { Data } from '../merge.ts';
import { nullifyMisshapen, type FaultPath } from './nullify-misshapen.ts';
import { ObjectProjection } from './project-object.ts';
import { newTextRun, TextProjection } from './project-text.ts';
import type { ProjectedOperation } from './projected-operation.ts';
import { Selection, type FieldShape } from './selection.ts';

/** An answer's data and how many values had to be nulled because they did not fit the schema. */
export interface Projected<Form> {
  readonly data: Form;
  readonly anomalies: number;
}

export interface ProjectionOptions {
  /** Dotted paths of what several parents may hold together. */
  readonly sharedPaths: ReadonlySet<string>;
  /** The client's name for a response name of the operation that was planned, when they differ. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
}

// A shape a truth value of each condition: enough for any real operation, and a bound for the others.
const MOST_SHAPES = 64;

/** Shapes what was fetched into what was asked. */
export class CompiledProjection {
  readonly #operation: ProjectedOperation;
  readonly #outputName: (name: string) => string;
  readonly #objects: ObjectProjection;
  readonly #texts: TextProjection;
  readonly #shapes = new Map<string, readonly FieldShape[]>();

  constructor(operation: ProjectedOperation, { sharedPaths, renamed }: ProjectionOptions) {
    this.#operation = operation;
    this.#outputName = (name) => renamed?.get(name) ?? name;
    this.#objects = new ObjectProjection(operation.apiSchema);
    this.#texts = new TextProjection(operation.apiSchema, sharedPaths);
  }

  /** Throws `MisshapenData` on data that does not fit the schema at all. */
  toObject(root: Data, variables: Variables): Projected<Data | null> {
    const run = { anomalies: 0 };
    const data = this.#objects.project(run, this.#fields(variables), root);
    return { data, anomalies: run.anomalies };
  }

  /** As `toObject`, to JSON text. */
  toText(root: Data, variables: Variables): Projected<string> {
    const run = newTextRun();
    const data = this.#texts.project(run, this.#fields(variables), root);
    return { data, anomalies: run.anomalies };
  }

  /** See `nullify-misshapen.ts`. */
  nullifyMisshapen(root: Data, variables: Variables): readonly FaultPath[] {
    return nullifyMisshapen(this.#fields(variables), root);
  }

  #fields(variables: Variables): readonly FieldShape[] {
    const { conditions, defaults } = this.#operation;
    const truths = conditions.map((name) => (isTrue(variables, defaults, name) ? '1' : '0')).join('');
    const known = this.#shapes.get(truths);
    if (known) return known;
    if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear();
    const fields = this.#fieldsWhen((name) => isTrue(variables, defaults, name));
    this.#shapes.set(truths, fields);
    return fields;
  }

  #fieldsWhen(truth: (variable: string) => boolean): readonly FieldShape[] {
    const { apiSchema, definition } = this.#operation;
    const truths = new Map(this.#operation.conditions.map((name) => [name, truth(name)]));
    const context = {
      operation: this.#operation,
      isTrue: (name: string) => truths.get(name) === true,
      outputName: this.#outputName,
    };
    const writtenFor = apiSchema.getRootType(definition.operation)!.name;
    return new Selection(context, '', [{ set: definition.selectionSet, writtenFor }]).fieldsFor('')!;
  }
}
