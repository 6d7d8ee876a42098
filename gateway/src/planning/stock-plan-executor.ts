import { executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { readFragments } from './operation-fields.ts';
import type { PlanExecution, PlanResult } from './execute-plan.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';

/**
 * Runs a plan with the stock executor.
 *
 * @throws PLAN_NON_EXECUTABLE when it would answer wrongly without an error
 */
export async function executePlanByStock(execution: PlanExecution): Promise<PlanResult> {
  const { plan, document, operation, schemas } = execution;
  refuseUnsafe(plan, schemas.supergraph);
  const operationContext = {
    schema: schemas.client,
    operation,
    fragments: Object.fromEntries(readFragments(document)),
  };
  // The stock executor reads the variables and writes its metrics on the context it is given.
  const requestContext = {
    ...execution.requestContext,
    request: { variables: execution.variables },
    metrics: {},
  };
  const result = await executeQueryPlan(
    plan,
    serviceMapOf(execution),
    requestContext as unknown as Parameters<typeof executeQueryPlan>[2],
    operationContext,
    schemas.supergraph,
    schemas.api(),
  );
  return result as PlanResult;
}

/** The stock executor looks each subgraph up by name: any name answers with the call. */
function serviceMapOf(execution: PlanExecution): ServiceMap {
  return new Proxy({} as ServiceMap, {
    get: (_target, subgraph) => ({
      process: ({ request }: { request: StockRequest }) =>
        execution.call(String(subgraph), {
          query: request.query ?? '',
          operationName: request.operationName,
          operationKind: request.query?.startsWith('mutation') ? 'mutation' : 'query',
          variables: request.variables ?? {},
        }),
    }),
  });
}

interface StockRequest {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}
