import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { Work } from '@palier/federation/work/work';

/** What every run of one call has in common. */
export interface CallDocument {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export type Values = Record<string, unknown>;
/** An object under construction, or a list. */
export type Slots = Record<string | number, unknown>;

/** Stands for a value that is not there yet: it will be put in its place when it is. */
export const PENDING = Symbol('pending');

/** What only graphql-js says rightly: it is asked again, and never here. */
export class Fault extends Error {}

/** One run of a compiled call: whole data, or nothing as soon as anything is out of the ordinary. */
export class CallRun {
  readonly document: CallDocument;
  readonly context: unknown;
  readonly variables: Values;
  readonly work: Work | undefined;
  readonly #values = new Map<FieldNode, Values>();
  #pending = 0;
  #isFaulty = false;
  #whenDone: (() => void) | undefined;

  constructor(document: CallDocument, context: unknown, variables: Values, work?: Work) {
    this.work = work;
    this.document = document;
    this.context = context;
    this.variables = variables;
  }

  /** The arguments of a field are the same wherever it appears: they are worked out once a run. */
  argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): Values {
    const known = this.#values.get(node);
    if (known) return known;
    const values = getArgumentValues(definition, node, this.variables);
    this.#values.set(node, values);
    return values;
  }

  /** Puts in its place, when it is there, what `use` makes of a value. */
  wait(
    value: PromiseLike<unknown>,
    slots: Slots,
    key: string | number,
    use: (value: unknown) => unknown,
  ): typeof PENDING {
    this.#pending += 1;
    value.then(
      (actual) => this.#attempt(() => put(use(actual), slots, key)),
      () => this.#attempt(fail),
    );
    return PENDING;
  }

  /** Goes on with `more` in a later turn, when this one is over: whether it is so. */
  postpone(more: () => void): boolean {
    const pause = this.work?.pauseIfDue();
    if (!pause) return false;
    this.#pending += 1;
    void pause.then(() => this.#attempt(more));
    return true;
  }

  /** The data `make` begins, once they are whole; nothing after a fault. */
  async end<Data>(make: () => Data): Promise<Data | undefined> {
    let data: Data | undefined;
    this.#pending += 1;
    this.#attempt(() => {
      data = make();
    });
    if (this.#pending > 0) await new Promise<void>((resolve) => (this.#whenDone = resolve));
    return this.#isFaulty ? undefined : data;
  }

  #attempt(work: () => void): void {
    try {
      if (!this.#isFaulty) work();
    } catch {
      this.#isFaulty = true;
    }
    this.#pending -= 1;
    if (this.#pending === 0) this.#whenDone?.();
  }
}

function put(value: unknown, slots: Slots, key: string | number): void {
  if (value !== PENDING) slots[key] = value;
}

function fail(): never {
  throw new Fault();
}
