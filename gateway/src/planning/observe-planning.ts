import type { DocumentNode } from 'graphql';
import type { ClientRequest } from '../client-request.ts';
import type { Observer, PlanOrigin } from '../observation/observer.ts';
import type { Planner } from './planner.ts';
import type { AnswerRestorer } from './restore-answer.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';
import type { MendedPlan } from './rewrite-plan.ts';

/** What is planned, and for whom. */
export interface PlanRequest {
  readonly document: DocumentNode;
  readonly rewritten: RewrittenOperation;
  readonly restorer: AnswerRestorer;
  readonly labels: ReadonlySet<string>;
  readonly clientRequest: ClientRequest;
}

/** Has an operation planned, at once when its plan is known, and tells how long its plan was waited for and where it came from. */
export function planObserved(
  planner: Planner,
  observer: Observer,
  request: PlanRequest,
): MendedPlan | Promise<MendedPlan> {
  const { document, rewritten, labels, clientRequest } = request;
  const operationName = rewritten.operation.name?.value;
  const startedAt = performance.now();
  const known = planner.recall(document, operationName, labels);
  if (known && 'plan' in known) {
    tell(observer, request, startedAt, 'CONNU', known);
    return known;
  }
  if (known) {
    tell(observer, request, startedAt, 'REFUS_CONNU');
    throw known;
  }
  observer.planning?.(clientRequest);
  return planner.plan(document, operationName, labels).then(
    (planned) => {
      tell(observer, request, startedAt, 'FAIT', planned);
      return planned;
    },
    (error: unknown) => {
      tell(observer, request, startedAt, 'REFUSE');
      throw error;
    },
  );
}

function tell(
  observer: Observer,
  { rewritten, restorer, clientRequest }: PlanRequest,
  startedAt: number,
  origin: PlanOrigin,
  planned?: MendedPlan,
): void {
  observer.planned?.({
    clientRequest,
    kind: rewritten.operation.operation,
    operationName: rewritten.operation.name?.value,
    origin,
    plan: planned?.plan,
    toClientPath: restorer.path,
    startedAt,
    durationMs: performance.now() - startedAt,
  });
}
