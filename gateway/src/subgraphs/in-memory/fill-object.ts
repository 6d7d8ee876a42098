import type {
  FieldNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
} from 'graphql';
import { type CallRun, Fault, PENDING, type Slots, type Values } from './call-run.ts';

/** What one selection asks of an object of one type. */
export interface AskedFields {
  /** The names of the answer in their order, null all but `__typename`. */
  readonly blank: Readonly<Values>;
  readonly fields: readonly FieldStep[];
}

/** One field of a selection. */
export interface FieldStep {
  readonly name: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  /** Nothing where the property of the field's name is the value. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** Nothing where they depend on variables. */
  readonly values: Values | undefined;
  readonly isNullable: boolean;
  /** Where the field is a leaf: what stands in the answer for a value. */
  readonly serialize: ((value: unknown) => unknown) | undefined;
  readonly complete: Complete;
}

/** Makes of a resolved value what stands in the answer, at a place; throws where there is anything to say about it. */
export type Complete = (
  value: unknown,
  visit: FieldVisit,
  place: Pathed,
  slots: Slots,
  key: string | number,
) => unknown;

/** The object of the answer for this source; what is not there yet is put in later. */
export function fillObject(
  { blank, fields }: AskedFields,
  source: unknown,
  run: CallRun,
  place: Pathed | undefined,
): Slots {
  run.work?.spend(fields.length + 1);
  const slots: Slots = { ...blank };
  const holder = isHolder(source) ? source : undefined;
  for (const step of fields) {
    let visit: FieldVisit | undefined;
    let value: unknown;
    if (step.resolve === undefined) value = holder?.[step.definition.name];
    const resolve = step.resolve ?? (typeof value === 'function' ? callProperty : undefined);
    if (resolve !== undefined) {
      visit = new FieldVisit(step, run, place);
      const values = step.values ?? run.argumentsOf(step.definition, step.nodes[0]!);
      value = resolve(source, values, run.context, visit);
    }
    if (value == null) refuseMissing(step);
    else if (step.serialize && !isHolder(value)) slots[step.name] = step.serialize(value);
    else {
      visit ??= new FieldVisit(step, run, place);
      complete(value, step.complete, visit, visit, slots, step.name);
    }
  }
  return slots;
}

function refuseMissing({ isNullable }: FieldStep): void {
  if (!isNullable) throw new Fault();
}

/** Puts in its place what is made of a value, now or when it is there. */
export function complete(
  value: unknown,
  use: Complete,
  visit: FieldVisit,
  place: Pathed,
  slots: Slots,
  key: string | number,
): void {
  const made = isPromise(value)
    ? visit.run.wait(value, slots, key, (actual) => use(actual, visit, place, slots, key))
    : use(value, visit, place, slots, key);
  slots[key] = made === PENDING ? null : made;
}

/** As graphql-js sees one. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

const isHolder = (source: unknown): source is Values =>
  typeof source === 'function' || (typeof source === 'object' && source !== null);

const callProperty: GraphQLFieldResolver<unknown, unknown> = (source, values, context, info) =>
  (source as Record<string, (...given: unknown[]) => unknown>)[info.fieldName]!(values, context, info);

type Path = GraphQLResolveInfo['path'];

/** Where a value stands in the answer. Paths are worked out for who reads them: hardly anybody. */
export interface Pathed {
  readonly path: Path;
}

/** One field of one object, as its resolver is told of it. */
export class FieldVisit implements Pathed, GraphQLResolveInfo {
  readonly step: FieldStep;
  readonly run: CallRun;
  readonly parent: Pathed | undefined;

  constructor(step: FieldStep, run: CallRun, parent: Pathed | undefined) {
    this.step = step;
    this.run = run;
    this.parent = parent;
  }

  get path(): Path {
    const { name, parentType } = this.step;
    return { prev: this.parent?.path, key: name, typename: parentType.name };
  }

  get fieldName() {
    return this.step.definition.name;
  }

  get fieldNodes() {
    return this.step.nodes;
  }

  get returnType() {
    return this.step.definition.type;
  }

  get parentType() {
    return this.step.parentType;
  }

  get schema() {
    return this.run.document.schema;
  }

  get fragments() {
    return this.run.document.fragments;
  }

  get rootValue() {
    return undefined;
  }

  get operation() {
    return this.run.document.operation;
  }

  get variableValues() {
    return this.run.variables;
  }
}

export class PathedItem implements Pathed {
  readonly #list: Pathed;
  readonly #index: number;

  constructor(list: Pathed, index: number) {
    this.#list = list;
    this.#index = index;
  }

  get path(): Path {
    return { prev: this.#list.path, key: this.#index, typename: undefined };
  }
}
