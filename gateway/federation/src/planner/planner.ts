import { print, type DocumentNode } from 'graphql';
import { createBoundedCache } from '../memory/bounded-cache.ts';
import { sizeOfPlan } from '../memory/sizes.ts';
import { createPlannerEngine, type PlannerEngine } from './planner-engine.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';

export interface Planner {
  /**
   * The plan of an operation that was validated and rewritten. Fails with `PLANIFICATION_TROP_LONGUE` when the planner
   * has a deadline and misses it.
   */
  plan(
    document: DocumentNode,
    operationName: string | undefined,
    overrideLabels: ReadonlySet<string>,
    key?: string,
  ): Promise<RepairedPlan>;
  /** What tells such a plan from another, as text: long to make, and worth keeping beside a document that comes again. */
  keyOf(
    document: DocumentNode,
    operationName: string | undefined,
    overrideLabels: ReadonlySet<string>,
  ): string;
  /** What is known under a key already: a plan, or that making one takes too long. */
  recall(key: string): RepairedPlan | EngineError | undefined;
  stop(): Promise<void>;
}

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

type MakePlan = (...request: Parameters<Planner['keyOf']>) => Promise<RepairedPlan>;

/** How long an operation that took too long is refused without being tried again, in milliseconds. */
const REFUSAL_MS = 30_000;

interface PlanSources {
  /** Plans that were made before. */
  readonly known?: ReadonlyMap<string, RepairedPlan> | undefined;
  readonly stop?: () => Promise<void>;
}

/** Keeps plans by text, name and active labels; a plan being made is made once. */
export function cachePlans(
  makePlan: MakePlan,
  prepared: PreparedSupergraph,
  { known, stop = () => Promise.resolve() }: PlanSources = {},
): Planner {
  const plans = createBoundedCache<RepairedPlan>();
  const refusals = createBoundedCache<{ readonly error: EngineError; readonly until: number }>(
    REFUSALS_BYTES,
  );
  const underWay = new Map<string, Promise<RepairedPlan>>();
  const make = async (key: string, ...request: Parameters<MakePlan>) => {
    try {
      const made = known?.get(key) ?? (await makePlan(...request));
      plans.set(key, made, sizeOfPlan(made.plan));
      return made;
    } catch (error) {
      if (error instanceof EngineError && error.code === 'PLANIFICATION_TROP_LONGUE') {
        refusals.set(key, { error, until: performance.now() + REFUSAL_MS }, 1_000);
      }
      throw error;
    } finally {
      underWay.delete(key);
    }
  };
  const keyOf: Planner['keyOf'] = (document, operationName, overrideLabels) => {
    const labels = [...prepared.overrideLabels].filter((label) => overrideLabels.has(label));
    return `${JSON.stringify([operationName ?? null, labels])}\n${print(document)}`;
  };
  const refusalOf = (key: string): EngineError | undefined => {
    const refusal = refusals.get(key);
    return refusal && performance.now() < refusal.until ? refusal.error : undefined;
  };
  return {
    keyOf,
    recall: (key) => plans.get(key) ?? refusalOf(key),
    async plan(
      document,
      operationName,
      overrideLabels,
      key = keyOf(document, operationName, overrideLabels),
    ) {
      const known = plans.get(key) ?? underWay.get(key);
      if (known) return known;
      const refusal = refusalOf(key);
      if (refusal) throw refusal;
      const made = make(key, document, operationName, overrideLabels);
      underWay.set(key, made);
      return made;
    },
    stop() {
      plans.clear();
      refusals.clear();
      return stop();
    },
  };
}

const REFUSALS_BYTES = 2 ** 20;
