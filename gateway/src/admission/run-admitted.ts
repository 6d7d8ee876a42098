import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { AnyOperationResult, OperationScope } from '../request/operation.ts';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import type { PlanResult } from '@palier/federation/run/plan-execution';
import type { AdmittedOperation } from './admitted-operations.ts';
import { findNullConditions } from './find-null-conditions.ts';
import { keepCause } from './keep-cause.ts';
import { refuseKind } from './refuse-kinds.ts';
import { coerceVariables } from './report-variable-faults.ts';

type Executor = GraphExecutor<OperationScope>;

export interface AdmittedRun {
  readonly admitted: Pick<AdmittedOperation, 'prepared' | 'operation'>;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly scope: OperationScope;
}

/** Runs a valid operation, its variables checked first. */
export function runChecked(executor: Executor, run: AdmittedRun): PlanResult | Promise<PlanResult> {
  const { admitted, scope } = run;
  const { variables = {}, errors } = readVariables(executor, run);
  if (errors) return { errors };
  const execute = (): Promise<PlanResult> => executor.run(admitted.prepared, { variables, context: scope });
  const held = admitted.operation.operation === 'mutation' ? scope.beforeMutation?.() : undefined;
  return held ? held.then(execute) : execute();
}

/** Runs an operation that Apollo Server admitted before, without it. */
export async function runAdmitted(executor: Executor, run: AdmittedRun): Promise<AnyOperationResult> {
  const refusal = refuseKind(run.admitted.operation.operation, run.scope, executor.schema);
  if (refusal) return { errors: [refusal.toJSON()] };
  const { errors, data, extensions } = await runChecked(executor, run);
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(toFormatted) }),
    ...(extensions && { extensions }),
  };
}

/** The variables to run with, or what is wrong with them. */
function readVariables(
  { schema }: Executor,
  { admitted: { operation, prepared }, variables: asGiven }: AdmittedRun,
): Pick<AdmittedRun, 'variables'> & { readonly errors?: readonly GraphQLError[] } {
  const { variableDefinitions: definitions = [] } = operation;
  if (definitions.length === 0) return { variables: asGiven };
  const { variables, faults } = coerceVariables(schema, definitions, asGiven ?? {});
  const all = [...faults, ...findNullConditions(() => prepared.conditionVariables, variables)];
  return all.length > 0 ? { variables, errors: all.map(toInputError) } : { variables };
}

const toInputError = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

function toFormatted(error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  return error instanceof GraphQLError ? keepCause(error.toJSON(), error) : error;
}
