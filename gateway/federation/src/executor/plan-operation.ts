import { setImmediate } from 'node:timers/promises';
import type { Planner } from '../planner/planner.ts';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';
import type { PlannedDocument } from './asked-operation.ts';
import type { PlanObserver, PlanOrigin } from './plan-observer.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { WorkedPlan } from './worked-plan.ts';

/** What is planned, and for whom. */
interface PlanRequest<Client> {
  readonly operation: PreparedOperation;
  readonly form: PlannedDocument;
  readonly labels: ReadonlySet<string>;
  readonly clientRequest: Client;
}

/** Has operations planned: at once when the plan is known and was run for the operation before. */
export function createOperationPlanner<Client>(
  planner: Planner,
  observer: PlanObserver<Client>,
): (request: PlanRequest<Client>) => WorkedPlan | Promise<WorkedPlan> {
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
): Promise<WorkedPlan> {
  const recalled = operation.recall(planned);
  if (recalled) return recalled;
  await setImmediate();
  const worked = operation.workOut(planned, form.document);
  await setImmediate();
  return worked;
}

/** Has an operation planned, at once when its plan is known, and tells how long its plan was waited for and where it came from. */
function planObserved<Client>(
  planner: Planner,
  observer: PlanObserver<Client>,
  request: PlanRequest<Client>,
): RepairedPlan | Promise<RepairedPlan> {
  const { form, labels, clientRequest } = request;
  const key = form.keyOf(planner, labels);
  const startedAt = performance.now();
  const known = planner.recall(key);
  if (known && 'plan' in known) {
    tell(observer, request, startedAt, 'KNOWN', known);
    return known;
  }
  if (known) {
    tell(observer, request, startedAt, 'KNOWN_REFUSAL');
    throw known;
  }
  observer.planning?.(clientRequest);
  return planner.plan(form.document, form.operationName, labels, key).then(
    (planned) => {
      tell(observer, request, startedAt, 'MADE', planned);
      return planned;
    },
    (error: unknown) => {
      tell(observer, request, startedAt, 'REFUSED');
      throw error;
    },
  );
}

function tell<Client>(
  observer: PlanObserver<Client>,
  { operation, clientRequest }: PlanRequest<Client>,
  startedAt: number,
  origin: PlanOrigin,
  planned?: RepairedPlan,
): void {
  observer.planned?.({
    clientRequest,
    kind: operation.operation.operation,
    operationName: operation.operation.name?.value,
    origin,
    plan: planned?.plan,
    toClientPath: operation.restorer.path,
    startedAt,
    durationMs: performance.now() - startedAt,
  });
}
