import { GraphQLError } from 'graphql';
import { ERRORS } from '../errors.ts';
import { MisshapenEntities } from '../execution/entity-lane.ts';
import { compilePlan, type CompiledPlan } from '../execution/compile-plan.ts';
import { executeCompiled, executeToSend, type ExecutionRequest } from '../execution/execute-compiled.ts';
import type { OperationScope } from '../operation/operation.ts';
import type { ExecutePlan, ExecutionSchemas, PlanExecution, PlanResult } from '../planning/execute-plan.ts';
import { executePlanByStock } from '../planning/stock-plan-executor.ts';
import { tellCompletion } from './tell-completion.ts';

/** Runs a plan compiled once; one that the compiler does not understand goes to the stock executor. */
export const runPlan: ExecutePlan = async (execution) => {
  const compiled = compile(execution);
  const result = compiled ? toResult(await run(compiled, execution)) : await executePlanByStock(execution);
  return tellCompletion(result, execution.responseNames);
};

function toResult({ data, errors, extensions }: Outcome): PlanResult {
  return {
    ...(data !== undefined && { data: data as Record<string, unknown> | null }),
    ...(errors.length > 0 && { errors: errors.map(toGraphQLError) }),
    ...(extensions && { extensions }),
    names: 'CLIENT',
  };
}

type Outcome = Omit<Awaited<ReturnType<typeof executeCompiled>>, 'data'> & { readonly data: unknown };

function run(compiled: CompiledPlan, execution: PlanExecution): Promise<Outcome> {
  const { variables, call, requestContext } = execution;
  const request: ExecutionRequest = { variables, call, requestContext };
  const { context } = requestContext as { readonly context: OperationScope };
  return context.answerForm === 'OBJET'
    ? executeCompiled(compiled, request)
    : executeToSend(compiled, request);
}

function compile(execution: PlanExecution): CompiledPlan | undefined {
  return compilePlan({
    plan: execution.plan,
    schemas: schemasOf(execution),
    document: execution.document,
    operationName: execution.operation.name?.value,
    renamed: execution.responseNames,
  });
}

type CompilerSchemas = Parameters<typeof compilePlan>[0]['schemas'];

const compilerSchemas = new WeakMap<ExecutionSchemas, CompilerSchemas>();

function schemasOf({ schemas }: PlanExecution): CompilerSchemas {
  const known = compilerSchemas.get(schemas);
  if (known) return known;
  const made = {
    supergraph: schemas.supergraph,
    api: schemas.client,
    /** Takes long to make and is seldom needed. */
    get engineApi() {
      return schemas.api();
    },
  };
  compilerSchemas.set(schemas, made);
  return made;
}

function toGraphQLError(error: unknown): NonNullable<PlanResult['errors']>[number] {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  if (cause instanceof MisshapenEntities) {
    const extensions = { code: 'REPONSE_INVALIDE', service: cause.service, cause: cause.message };
    return new GraphQLError(ERRORS.REPONSE_INVALIDE.message, { originalError: cause, extensions });
  }
  return new GraphQLError(cause.message, { originalError: cause });
}
