import { setImmediate } from 'node:timers/promises';
import type { DocumentNode } from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import type { ClientRequest } from '../client-request.ts';
import type { Observer } from '../observation/observer.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';
import { planObserved } from './observe-planning.ts';
import type { Planner } from './planner.ts';
import type { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import type { MendedPlan } from './rewrite-plan.ts';
import { hasConditions, SettledOperations, takesContexts } from './settle-conditions.ts';

/** A plan, and what it was worked into for an operation. */
export interface PlannedOperation {
  readonly planned: MendedPlan;
  /** The plan to run: one of the operation's own where it shares the planned one with others. */
  readonly plan: QueryPlan;
  /** What of the operation would be left null without a word. */
  readonly silent: readonly PlanningError[];
}

/** What is planned, and for whom. */
export interface PlanDemand {
  readonly known: KnownOperation;
  /** What the caller may see of it. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly labels: ReadonlySet<string>;
  readonly clientRequest: ClientRequest;
}

export interface PlanningParts {
  readonly prepared: PreparedSupergraph;
  readonly planner: Planner;
  readonly operations: KnownOperations;
  readonly observer: Observer;
}

/** Has operations planned: at once when the plan is known and was run for the operation before. */
export function createOperationPlanner({
  prepared,
  planner,
  operations,
  observer,
}: PlanningParts): (demand: PlanDemand) => PlannedOperation | Promise<PlannedOperation> {
  const settled = new SettledOperations();
  const hasContexts = prepared.contextTypes.size > 0;

  const plan = (
    document: DocumentNode,
    { known, labels, clientRequest }: PlanDemand,
  ): PlannedOperation | Promise<PlannedOperation> => {
    const { rewritten, restorer } = known;
    const planned = planObserved(planner, observer, { document, rewritten, restorer, labels, clientRequest });
    if (planned instanceof Promise) return planned.then((made) => workOut(made, known, document));
    return operations.recall(planned, known) ?? workOut(planned, known, document);
  };

  /** A new plan is long to look through and to compile: each in a turn of its own, and not in the one that received it. */
  const workOut = async (
    planned: MendedPlan,
    known: KnownOperation,
    document: DocumentNode,
  ): Promise<PlannedOperation> => {
    const recalled = operations.recall(planned, known);
    if (recalled) return recalled;
    await setImmediate();
    const worked = operations.workOut(planned, known, document);
    await setImmediate();
    return worked;
  };

  /** Of what is under conditions, the stock planner loses some: without them it plans all that is asked. */
  const settle = (
    whole: PlannedOperation,
    demand: PlanDemand,
  ): PlannedOperation | Promise<PlannedOperation> => {
    const isSuspect = whole.silent.length > 0 || (hasContexts && takesContexts(whole.planned.plan));
    const { document, known, variables } = demand;
    if (!isSuspect || !hasConditions(document)) return whole;
    return plan(settled.of(document, known.rewritten, variables), demand);
  };

  return (demand) => {
    const whole = plan(demand.document, demand);
    return whole instanceof Promise ? whole.then((made) => settle(made, demand)) : settle(whole, demand);
  };
}
