import { GraphQLError } from 'graphql';
import { compilePlan } from '../execution/compile-plan.ts';
import { executeCompiled } from '../execution/execute-compiled.ts';
import type { ExecutePlan, PlanExecution, PlanResult } from '../planning/execute-plan.ts';
import { executePlanByStock } from '../planning/stock-plan-executor.ts';

/** Runs a plan compiled once; one that the compiler does not understand goes to the stock executor. */
export const runPlan: ExecutePlan = async (execution) => {
  const compiled = compilePlan({
    plan: execution.plan,
    schemas: schemasOf(execution),
    document: execution.document,
    operationName: execution.operation.name?.value,
  });
  if (!compiled) return executePlanByStock(execution);
  const { data, errors, extensions } = await executeCompiled(compiled, {
    variables: execution.variables,
    call: (subgraph, operation) => execution.call(subgraph, operation),
    requestContext: execution.requestContext,
  });
  return {
    ...(data !== undefined && { data }),
    ...(errors.length > 0 && { errors: errors.map(toGraphQLError) }),
    ...(extensions && { extensions }),
  };
};

const schemasOf = ({ schemas }: PlanExecution): Parameters<typeof compilePlan>[0]['schemas'] => ({
  supergraph: schemas.supergraph,
  api: schemas.client,
  engineApi: schemas.api(),
});

function toGraphQLError(error: unknown): NonNullable<PlanResult['errors']>[number] {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
