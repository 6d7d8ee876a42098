import { GraphQLError } from 'graphql';
import type { GraphQLErrorLike } from '../data/subgraph-caller.ts';

/** A subgraph's own error as one of the gateway's: the same message, code and extensions, and the service's name. */
export function toDownstreamError(
  error: GraphQLErrorLike,
  service: string,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  const code = error.extensions?.['code'] || 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(error.message || `Error while fetching subquery from service "${service}"`, {
    originalError: error as Error,
    path,
    extensions: { ...error.extensions, serviceName: service, code },
  });
}
