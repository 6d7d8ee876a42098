import { setImmediate } from 'node:timers/promises';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';
import type { Planner } from '../planner/planner.ts';
import { planObserved, type PlanRequest } from './observe-planning.ts';
import type { OperationPlan } from './operation-plan.ts';
import type { PlanObserver } from './plan-observer.ts';

/** Has operations planned: at once when the plan is known and was run for the operation before. */
export function createOperationPlanner<Client>(
  planner: Planner,
  observer: PlanObserver<Client>,
): (request: PlanRequest<Client>) => OperationPlan | Promise<OperationPlan> {
  return (request) => {
    const planned = planObserved(planner, observer, request);
    if (planned instanceof Promise) return planned.then((made) => workOut(made, request));
    return request.operation.recall(planned) ?? workOut(planned, request);
  };
}

/** A new plan is long to look through and to compile: each in a turn of its own, and not in the one that received it. */
async function workOut<Client>(
  planned: RepairedPlan,
  { operation, form }: PlanRequest<Client>,
): Promise<OperationPlan> {
  const recalled = operation.recall(planned);
  if (recalled) return recalled;
  await setImmediate();
  const worked = operation.workOut(planned, form.document);
  await setImmediate();
  return worked;
}
