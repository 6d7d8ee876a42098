import {
  getOperationAST,
  parse,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { Refusal } from '../errors/errors.ts';
import type { Observer } from '../observation/observer.ts';
import type { AnyOperationResult, KnownOperation, OperationScope } from '../request/operation.ts';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import { EngineError } from '@palier/federation/errors/engine-error';
import type { AdmittedOperations } from './admitted-operations.ts';
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
  executor: GraphExecutor<OperationScope>,
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
    const { document, operation } = checked;
    const { variables } = asked;
    return runAdmitted(executor, { admitted: admitted.admit(asked, document, operation), variables, scope });
  };
}

async function checkText(
  query: string,
  { check }: Pick<GraphExecutor, 'check'>,
): Promise<readonly GraphQLFormattedError[]> {
  try {
    return (await check?.(query)) ?? [];
  } catch (error) {
    if (error instanceof EngineError) return [error.toJSON()];
    throw error;
  }
}

interface Checked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The operation of a text without faults; else its faults, with those of the variables. */
function readChecked(
  { query, operationName, variables }: KnownOperation,
  faults: readonly GraphQLFormattedError[],
  { schema }: Pick<GraphExecutor, 'schema'>,
): Checked | { readonly errors: readonly GraphQLFormattedError[] } {
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
