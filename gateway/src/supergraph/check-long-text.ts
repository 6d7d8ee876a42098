import { getOperationAST, parse, type GraphQLFormattedError } from 'graphql';
import { Refusal } from '../errors.ts';
import type { Observer } from '../observation/observer.ts';
import type { AnyOperationResult, KnownOperation, OperationScope } from '../operation/operation.ts';
import type { GraphExecutor } from '../planning/graph-executor.ts';
import { PlanningError } from '../planning/planning-error.ts';
import type { AdmittedOperation, AdmittedOperations } from './admitted-operations.ts';
import { findVariableFaults } from './report-variable-faults.ts';
import { runAdmitted } from './run-admitted.ts';

/**
 * Validating a text takes the square of its length where fields have one name: up to this many characters it takes
 * less time than sending them to another thread, whatever they say.
 */
const LONG_TEXT = 1_500;

export const isLong = ({ query }: KnownOperation): boolean => query.length > LONG_TEXT;

/** Runs operations whose text is long: checked by the executor, elsewhere than on the loop, then as those known before. */
export function createLongTextRunner(
  executor: GraphExecutor,
  admitted: AdmittedOperations,
  observer: Observer,
): (operation: KnownOperation, scope: OperationScope) => Promise<AnyOperationResult> {
  return async (asked, scope) => {
    const startedAt = performance.now();
    const faults = await checkText(asked.query, executor);
    const durationMs = performance.now() - startedAt;
    observer.read?.({ clientRequest: scope.clientRequest, step: 'validate', startedAt, durationMs });
    const checked = readChecked(asked, faults, executor);
    if (!('document' in checked)) return checked;
    admitted.admit(asked, checked);
    const { operationName, variables } = asked;
    return runAdmitted(executor, { ...checked, operationName, variables, scope });
  };
}

async function checkText(query: string, { check }: GraphExecutor): Promise<readonly GraphQLFormattedError[]> {
  try {
    return (await check?.(query)) ?? [];
  } catch (error) {
    if (error instanceof PlanningError) return [error.toJSON()];
    throw error;
  }
}

/** The operation of a text without faults; else its faults, with those of the variables. */
function readChecked(
  { query, operationName, variables }: KnownOperation,
  faults: readonly GraphQLFormattedError[],
  { schema }: GraphExecutor,
): AdmittedOperation | { readonly errors: readonly GraphQLFormattedError[] } {
  if (faults.some(({ extensions }) => extensions?.['code'] !== 'GRAPHQL_VALIDATION_FAILED'))
    return { errors: faults };
  const document = parse(query);
  if (faults.length > 0) {
    const asked = { ...(operationName && { operationName }), ...(variables && { variables }) };
    return { errors: [...faults, ...findVariableFaults(schema, document, asked)] };
  }
  const operation = getOperationAST(document, operationName);
  return operation
    ? { document, operation }
    : { errors: [new Refusal('OPERATION_RESOLUTION_FAILURE').toJSON()] };
}
