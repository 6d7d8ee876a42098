import { print, type DocumentNode } from 'graphql';
import { LruCache } from './lru-cache.ts';
import { createPlannerEngine, type PlannerEngine } from './planner-engine.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import type { MendedPlan } from './rewrite-plan.ts';

export interface Planner {
  /**
   * The plan of an operation that was validated and rewritten. Fails with `PLANIFICATION_TROP_LONGUE` when the planner
   * has a deadline and misses it.
   */
  plan(
    document: DocumentNode,
    operationName: string | undefined,
    overrideLabels: ReadonlySet<string>,
  ): Promise<MendedPlan>;
  stop(): Promise<void>;
}

/** About 30 MB of plans: as much as the stock gateway keeps. */
export const PLAN_CACHE_BYTES = 30 * 2 ** 20;

/** Plans on the calling thread, keeping the plans used last. */
export function createPlanner(
  prepared: PreparedSupergraph,
  engine: PlannerEngine = createPlannerEngine(prepared),
): Planner {
  return cachePlans(
    (document, name, labels) => Promise.resolve(engine.build(document, name, labels)),
    prepared,
  );
}

type MakePlan = Planner['plan'];

/** Keeps plans by text, name and active labels; a plan being made is made once. */
export function cachePlans(
  makePlan: MakePlan,
  prepared: PreparedSupergraph,
  stop: () => Promise<void> = () => Promise.resolve(),
): Planner {
  const plans = new LruCache<MendedPlan>(PLAN_CACHE_BYTES);
  const underWay = new Map<string, Promise<MendedPlan>>();
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode) => {
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    return text;
  };
  const make = async (key: string, ...request: Parameters<MakePlan>) => {
    try {
      const made = await makePlan(...request);
      plans.set(key, made, key.length + JSON.stringify(made.plan).length);
      return made;
    } finally {
      underWay.delete(key);
    }
  };
  return {
    async plan(document, operationName, overrideLabels) {
      const labels = [...prepared.overrideLabels].filter((label) => overrideLabels.has(label));
      const key = JSON.stringify([operationName ?? null, labels, textOf(document)]);
      const known = plans.get(key) ?? underWay.get(key);
      if (known) return known;
      const made = make(key, document, operationName, overrideLabels);
      underWay.set(key, made);
      return made;
    },
    stop,
  };
}
