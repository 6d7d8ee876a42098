import { isTrue, type Variables } from '../data/variables.ts';
import type { Work } from '../../work/work.ts';
import type { Data } from '../data/merge.ts';
import { newRun } from './anomaly.ts';
import { findFaults, type Fault, type FaultSearchOptions } from './find-faults.ts';
import { LongTextProjection } from './project-long-text.ts';
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

// A shape a truth value of each condition. Few, for a plan is made for one of them, or for some that ask the same.
const MOST_SHAPES = 4;

/** Shapes what was fetched into what was asked. */
export class CompiledProjection {
  readonly #operation: ProjectedOperation;
  readonly #outputName: (name: string) => string;
  readonly #objects: ObjectProjection;
  readonly #texts: TextProjection;
  readonly #longTexts: LongTextProjection;
  readonly #shapes = new Map<string, readonly FieldShape[]>();

  constructor(operation: ProjectedOperation, { sharedPaths, renamed }: ProjectionOptions) {
    this.#operation = operation;
    this.#outputName = (name) => renamed?.get(name) ?? name;
    const holdsPrototype = [...(renamed?.values() ?? [])].includes('__proto__');
    this.#objects = new ObjectProjection(operation.apiSchema, holdsPrototype);
    this.#texts = new TextProjection(operation.apiSchema, sharedPaths);
    this.#longTexts = new LongTextProjection(this.#texts);
  }

  /** Throws a `Refusal` on more than may be answered. */
  toObject(root: Data, variables: Variables, work?: Work): Projected<Data | null> {
    const run = newRun(work);
    const data = this.#objects.project(run, this.#fields(variables), root);
    return { data, anomalies: run.anomalies };
  }

  /** As `toObject`, to JSON text. */
  toText(root: Data, variables: Variables, work?: Work): Projected<string> {
    const run = newTextRun(work);
    const data = this.#texts.project(run, this.#fields(variables), root);
    return { data, anomalies: run.anomalies };
  }

  /** As `toText`, in as many turns of the loop as it takes. */
  async toLongText(root: Data, variables: Variables, work?: Work): Promise<Projected<string>> {
    const run = newTextRun(work);
    const data = await this.#longTexts.project(run, this.#fields(variables), root);
    return { data, anomalies: run.anomalies };
  }

  /** What the anomalies are. */
  findFaults(
    root: Data,
    variables: Variables,
    options: Omit<FaultSearchOptions, 'schema'>,
  ): readonly Fault[] {
    return findFaults(this.#fields(variables), root, { schema: this.#operation.apiSchema, ...options });
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
