import { GraphQLError } from 'graphql';
import type { CompiledPlan } from '../run/compile/compile-plan.ts';
import { executeCompiled, executeToSend, type ExecutionRequest } from '../run/execute-compiled.ts';
import type { ExecutePlan, PlanExecution, PlanResult } from '../run/plan-execution.ts';
import { executePlanByStock } from '../stock/stock-plan-executor.ts';
import { tellCompletion } from '../stock/tell-completion.ts';

/** Runs a plan compiled once; one that the compiler does not understand goes to the stock executor. */
export const runPlan: ExecutePlan = async (execution) => {
  const { compiled, context } = execution;
  const { work } = context.clientRequest;
  try {
    const result = compiled
      ? toResult(await run(compiled, execution))
      : tellCompletion(await executePlanByStock(execution), execution);
    if (work?.refusal) throw work.refusal;
    // What is long to make is long to write: in a turn of its own.
    await work?.pauseIfDue();
    return result;
  } catch (error) {
    if (error instanceof GraphQLError && error === work?.refusal) return { errors: [error], names: 'CLIENT' };
    throw error;
  }
};

function toResult({ data, errors }: Outcome): PlanResult {
  return {
    ...(data !== undefined && { data: data as Record<string, unknown> | null }),
    ...(errors.length > 0 && { errors: errors.map(toGraphQLError) }),
    names: 'CLIENT',
  };
}

type Outcome = Omit<Awaited<ReturnType<typeof executeCompiled>>, 'data'> & { readonly data: unknown };

function run(compiled: CompiledPlan, execution: PlanExecution): Promise<Outcome> {
  const { variables, call, withheld } = execution;
  const isWithheld = withheld && ((coordinate: string) => withheld.has(coordinate));
  const { answerForm, clientRequest } = execution.context;
  const request: ExecutionRequest = {
    variables,
    call,
    isWithheld,
    work: clientRequest.work,
  };
  return answerForm === 'OBJECT' ? executeCompiled(compiled, request) : executeToSend(compiled, request);
}

function toGraphQLError(error: unknown): NonNullable<PlanResult['errors']>[number] {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
