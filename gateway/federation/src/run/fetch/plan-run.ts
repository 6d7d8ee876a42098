import type { EntityGroup } from '../compile/plan-facts.ts';
import type { Data } from '../data/merge.ts';
import type { PlanPath } from '../data/response-path.ts';
import type { SubgraphCall } from '../data/subgraph-call.ts';
import { isTrue, type Variables } from '../data/variables.ts';
import { Unfilled } from '../data/unfilled.ts';
import type { Work } from '../../work/work.ts';
import { EntityBatch, type SendEntities } from './entity-batch.ts';

/** The objects a node writes into, and the path from the root of the answer that led to them. */
export interface Cursor {
  readonly objects: readonly Data[];
  readonly path: PlanPath;
}

/** One execution of one plan for one request. */
export class PlanRun {
  readonly root: Data = {};
  readonly errors: unknown[] = [];
  readonly unfilled = new Unfilled();
  /** Some entity was asked for once and given to several parents. */
  sharedData = false;
  readonly variables: Variables;
  readonly work: Work | undefined;
  readonly #places = new Map<string, readonly Data[]>();
  readonly #defaults: Variables;
  readonly #call: SubgraphCall;
  readonly #batches = new Map<EntityGroup, EntityBatch>();

  /** `variables` as the client gave them, already validated; `defaults` those of the operation. */
  constructor(variables: Variables, defaults: Variables, call: SubgraphCall, work?: Work) {
    this.work = work;
    this.variables = variables;
    this.#defaults = defaults;
    this.#call = call;
  }

  call(subgraph: string, operation: Parameters<SubgraphCall>[1]): ReturnType<SubgraphCall> {
    if (this.work?.refusal) return Promise.reject(this.work.refusal);
    return this.#call(subgraph, operation);
  }

  /** Whether the Boolean variable that decides of a part of the plan is true. */
  isTrue(variable: string): boolean {
    return isTrue(this.variables, this.#defaults, variable);
  }

  /** The objects at a path from the root, looked for again only once something was put below some object. */
  objectsAt(
    path: PlanPath,
    find: (roots: readonly Data[], path: PlanPath) => readonly Data[],
  ): readonly Data[] {
    const key = path.join('.');
    let objects = this.#places.get(key);
    if (!objects) {
      objects = find([this.root], path);
      this.#places.set(key, objects);
    }
    return objects;
  }

  /** To be called when objects or lists were put into the data. */
  forgetPlaces(): void {
    this.#places.clear();
  }

  batchOf(group: EntityGroup, send: SendEntities): EntityBatch {
    let batch = this.#batches.get(group);
    if (!batch) {
      batch = new EntityBatch(send);
      this.#batches.set(group, batch);
    }
    return batch;
  }

  /** The provided variables among `names`; the subgraph's operation has the defaults of the others. */
  pickVariables(names: readonly string[]): Record<string, unknown> | undefined {
    let picked: Record<string, unknown> | undefined;
    for (const name of names) {
      const value = Object.hasOwn(this.variables, name) ? this.variables[name] : undefined;
      if (value !== undefined) (picked ??= {})[name] = value;
    }
    return picked;
  }
}
