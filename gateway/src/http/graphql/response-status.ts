import { statusOfError } from '../../errors/status-of-error.ts';
import type { AnyOperationResult } from '../../request/operation.ts';

export const GRAPHQL_TYPE = 'application/graphql-response+json';
export const LEGACY_TYPE = 'application/json';
export const OFFERED_TYPES = [LEGACY_TYPE, GRAPHQL_TYPE] as const;
export type OfferedType = (typeof OFFERED_TYPES)[number];

/** What a client of the older type expects with 200, since it cannot tell a proxy's error from ours by the type. */
const WELL_FORMED_REQUEST: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * The status that goes with a result. `application/graphql-response+json` follows the 2026 draft of GraphQL over HTTP:
 * 294 when there are data and errors, 422 when the operation does not fit the schema.
 */
export function statusOf(result: AnyOperationResult, type: OfferedType): number {
  const [first] = result.errors ?? [];
  if (!first) return 200;
  if (result.data !== undefined) return type === GRAPHQL_TYPE ? 294 : 200;
  const codes = (result.errors ?? []).map(({ extensions }) => extensions?.['code']);
  if (
    type === LEGACY_TYPE &&
    codes.every((code) => typeof code === 'string' && WELL_FORMED_REQUEST.has(code))
  )
    return 200;
  if (codes.every((code) => code === 'GRAPHQL_VALIDATION_FAILED')) return 422;
  return statusOfError(first);
}
