import { print, type DocumentNode } from 'graphql';
import { createBoundedCache } from '../bounded-cache.ts';
import { createPlannerEngine, type PlannerEngine } from './planner-engine.ts';
import { PlanningError } from './planning-error.ts';
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
  /** What is known of such an operation already: its plan, or that making one takes too long. */
  recall(
    document: DocumentNode,
    operationName: string | undefined,
    overrideLabels: ReadonlySet<string>,
  ): MendedPlan | PlanningError | undefined;
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

/** How long an operation that took too long is refused without being tried again, in milliseconds. */
const REFUSAL_MS = 30_000;

/** Keeps plans by text, name and active labels; a plan being made is made once. */
export function cachePlans(
  makePlan: MakePlan,
  prepared: PreparedSupergraph,
  stop: () => Promise<void> = () => Promise.resolve(),
): Planner {
  const plans = createBoundedCache<MendedPlan>(PLAN_CACHE_BYTES);
  const refusals = createBoundedCache<{ readonly error: PlanningError; readonly until: number }>(
    REFUSALS_BYTES,
  );
  const underWay = new Map<string, Promise<MendedPlan>>();
  const keys = new PlanKeys();
  const make = async (key: string, ...request: Parameters<MakePlan>) => {
    try {
      const made = await makePlan(...request);
      plans.set(key, made, key.length + JSON.stringify(made.plan).length);
      return made;
    } catch (error) {
      if (error instanceof PlanningError && error.code === 'PLANIFICATION_TROP_LONGUE') {
        refusals.set(key, { error, until: performance.now() + REFUSAL_MS }, key.length);
      }
      throw error;
    } finally {
      underWay.delete(key);
    }
  };
  const keyOf = (...[document, operationName, overrideLabels]: Parameters<MakePlan>): string => {
    const labels =
      overrideLabels.size === 0
        ? NO_LABELS
        : [...prepared.overrideLabels].filter((label) => overrideLabels.has(label));
    return keys.of(document, operationName, labels);
  };
  const refusalOf = (key: string): PlanningError | undefined => {
    const refusal = refusals.get(key);
    return refusal && performance.now() < refusal.until ? refusal.error : undefined;
  };
  return {
    recall(...request) {
      const key = keyOf(...request);
      return plans.get(key) ?? refusalOf(key);
    },
    async plan(document, operationName, overrideLabels) {
      const key = keyOf(document, operationName, overrideLabels);
      const known = plans.get(key) ?? underWay.get(key);
      if (known) return known;
      const refusal = refusalOf(key);
      if (refusal) throw refusal;
      const made = make(key, document, operationName, overrideLabels);
      underWay.set(key, made);
      return made;
    },
    stop,
  };
}

const REFUSALS_BYTES = 2 ** 20;
const NO_LABELS: readonly string[] = [];

/** What tells one plan from another, as text; printed once for a document that comes again. */
class PlanKeys {
  readonly #known = new WeakMap<DocumentNode, Map<string | undefined, string>>();

  of(document: DocumentNode, operationName: string | undefined, labels: readonly string[]): string {
    // No name of an operation looks like JSON.
    const place = labels.length === 0 ? operationName : JSON.stringify([operationName ?? null, labels]);
    const found = this.#known.get(document)?.get(place);
    if (found !== undefined) return found;
    const known = this.#known.get(document) ?? new Map<string | undefined, string>();
    const key = `${JSON.stringify([operationName ?? null, labels])}\n${print(document)}`;
    this.#known.set(document, known.set(place, key));
    return key;
  }
}
