import type { executeQueryPlan as ExecuteQueryPlan, ServiceMap } from '@apollo/gateway';
import { coerceAnswer } from './coerce-answer.ts';
import { readFragments } from '../graphql/document.ts';
import type { PlanExecution, PlanResult } from '../run/plan-execution.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';

/**
 * Runs a plan with the stock executor: one that the compiler does not understand, as it would find on every object what a
 * subgraph names like a member of all of them (`constructor`), or as a path of it goes through a type.
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
    context: execution.context,
    request: { variables: execution.variables },
    metrics: {},
  };
  // Loaded when it is first needed: it takes an eighth of the CPU of a start, and most operations do without it.
  const { executeQueryPlan } = await import('@apollo/gateway');
  const result = await executeQueryPlan(
    plan,
    serviceMapOf(execution),
    requestContext as unknown as Parameters<typeof ExecuteQueryPlan>[2],
    operationContext,
    schemas.supergraph,
    await schemas.engineClient(),
  );
  return result as PlanResult;
}

/** The stock executor looks each subgraph up by name: any name answers with the call. */
function serviceMapOf(execution: PlanExecution): ServiceMap {
  return new Proxy({} as ServiceMap, {
    get: (_target, subgraph) => ({
      process: async ({ request }: { request: StockRequest }) => {
        const { query = '', operationName, variables = {} } = request;
        const operationKind = query.startsWith('mutation') ? 'mutation' : 'query';
        const answer = await execution.call(String(subgraph), {
          query,
          operationName,
          operationKind,
          variables,
        });
        if (answer.data) coerceAnswer(execution.schemas.supergraph, query, answer.data);
        return answer;
      },
    }),
  });
}

interface StockRequest {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}
