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

/** Has an operation planned, and tells how long its plan was waited for and where it came from. */
export async function planObserved(
  planner: Planner,
  observer: Observer,
  { document, rewritten, restorer, labels, clientRequest }: PlanRequest,
): Promise<MendedPlan> {
  const operationName = rewritten.operation.name?.value;
  if (!observer.planned) return planner.plan(document, operationName, labels);
  const recalled = planner.recall(document, operationName, labels);
  const startedAt = performance.now();
  if (!recalled) observer.planning?.(clientRequest);
  const end = (origin: PlanOrigin, planned?: MendedPlan): void =>
    observer.planned?.({
      clientRequest,
      kind: rewritten.operation.operation,
      operationName,
      origin,
      plan: planned?.plan,
      toClientPath: restorer.path,
      startedAt,
      durationMs: performance.now() - startedAt,
    });
  try {
    const planned = await planner.plan(document, operationName, labels);
    end(recalled === 'PLAN' ? 'CONNU' : 'FAIT', planned);
    return planned;
  } catch (error) {
    end(recalled === 'REFUS' ? 'REFUS_CONNU' : 'REFUSE');
    throw error;
  }
}
