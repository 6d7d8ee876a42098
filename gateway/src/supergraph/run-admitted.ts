import { getVariableValues, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { AnyOperationResult, OperationScope } from '../operation/operation.ts';
import type { GraphExecutor } from '../planning/graph-executor.ts';
import type { PlanResult } from '../planning/execute-plan.ts';
import type { AdmittedOperation } from './admitted-operations.ts';
import { keepCause } from './keep-cause.ts';
import { refuseKind } from './refuse-kinds.ts';

export interface AdmittedRun extends AdmittedOperation {
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly scope: OperationScope;
}

/** Runs a valid operation, its variables checked first. */
export function runOperation(federation: GraphExecutor, run: AdmittedRun): PlanResult | Promise<PlanResult> {
  const { document, operationName, variables, scope } = run;
  const faults = findVariableFaults(federation, run);
  if (faults.length > 0) return { errors: faults };
  const execute = (): Promise<PlanResult> =>
    federation.execute({ document, request: { operationName, variables }, context: scope });
  const held = run.operation.operation === 'mutation' ? scope.beforeMutation?.() : undefined;
  return held ? held.then(execute) : execute();
}

/** Runs an operation that Apollo Server admitted before, without it. */
export async function runAdmitted(federation: GraphExecutor, run: AdmittedRun): Promise<AnyOperationResult> {
  const refusal = refuseKind(run.operation.operation, run.scope, federation.schema);
  if (refusal) return { errors: [refusal.toJSON()] };
  const { errors, data, extensions } = await runOperation(federation, run);
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(toFormatted) }),
    ...(extensions && { extensions }),
  };
}

function findVariableFaults(
  { schema }: GraphExecutor,
  { operation, variables = {} }: AdmittedRun,
): readonly GraphQLError[] {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return [];
  const { errors = [] } = getVariableValues(schema, variableDefinitions, variables);
  return errors.map(
    ({ message, nodes }) =>
      new GraphQLError(message, {
        nodes: nodes ?? null,
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      }),
  );
}

function toFormatted(error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  return error instanceof GraphQLError ? keepCause(error.toJSON(), error) : error;
}
