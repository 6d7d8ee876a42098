import { EntityIndex } from '../data/entity-index.ts';
import type { Data } from '../data/merge.ts';
import type { Representation } from '../data/representation.ts';
import type { GraphQLResponseLike, GraphQLErrorLike } from '../data/subgraph-caller.ts';

/** What a fetch asks: `objects[i]` is waiting for the entry `entries[i]`. */
export interface Asked {
  readonly objects: readonly Data[];
  readonly entries: readonly number[];
}

/** A list of entities that is not the one asked for: which is which cannot be told. */
export class MisshapenEntities extends Error {}

export type SendEntities = (representations: readonly Data[]) => Promise<GraphQLResponseLike>;

export interface EntityOutcome {
  readonly entities?: readonly unknown[] | undefined;
  readonly errors?: readonly GraphQLErrorLike[] | undefined;
  readonly failure?: { readonly reason: unknown } | undefined;
}

/** One call to a subgraph, for the entries `from` (included) to `to` (excluded). */
export interface EntityCall {
  readonly from: number;
  readonly to: number;
  readonly outcome: Promise<EntityOutcome>;
}

/** Entities asked of one subgraph by one text: each is an entry, known by its representation and asked for once. */
export class EntityBatch {
  readonly #send: SendEntities;
  readonly #index = new EntityIndex();
  readonly #calls: EntityCall[] = [];
  #sent = 0;
  #nextSending: Promise<void> | undefined;

  constructor(send: SendEntities) {
    this.#send = send;
  }

  /** Undefined for an entity that cannot be asked for. */
  entryOf(representation: Representation, entity: Data): number | undefined {
    return this.#index.entryOf(representation, entity);
  }

  /** Sends what was not sent yet, as one call. */
  send(): EntityCall {
    const from = this.#sent;
    const unsent = this.#index.representations.slice(from);
    const call = { from, to: from + unsent.length, outcome: this.#outcomeOf(unsent) };
    this.#sent = call.to;
    this.#calls.push(call);
    return call;
  }

  /** Lets the fetches that start in this same turn add their entities, then gives the calls that hold `entries`. */
  async callsFor(entries: readonly number[]): Promise<readonly EntityCall[]> {
    if (this.#index.representations.length > this.#sent) {
      this.#nextSending ??= Promise.resolve().then(() => this.#sendTogether());
      await this.#nextSending;
    }
    return this.#calls.filter(({ from, to }) => entries.some((entry) => entry >= from && entry < to));
  }

  #sendTogether(): void {
    this.#nextSending = undefined;
    this.send();
  }

  async #outcomeOf(representations: readonly Data[]): Promise<EntityOutcome> {
    try {
      return readAnswer(await this.#send(representations), representations.length);
    } catch (reason) {
      return { failure: { reason } };
    }
  }
}

function readAnswer(answer: GraphQLResponseLike, count: number): EntityOutcome {
  const { data } = answer;
  const errors = Array.isArray(answer.errors) ? (answer.errors as readonly GraphQLErrorLike[]) : undefined;
  if (!data) return { errors };
  const entities = data['_entities'];
  if (!Array.isArray(entities)) return failed(errors, 'Expected "data._entities" in response to be an array');
  if (entities.length === count) return { entities: entities as unknown[], errors };
  return failed(errors, `Expected "data._entities" to contain ${count} elements`);
}

const failed = (errors: readonly GraphQLErrorLike[] | undefined, message: string): EntityOutcome => ({
  errors,
  failure: { reason: new MisshapenEntities(message) },
});
