import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What an error was made of stays with it until it is logged and redacted; formatting alone would lose it. */
export function keepCause(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const { extensions } = formatted;
  if (!cause || extensions?.['serviceName'] !== undefined) return formatted;
  return { ...formatted, extensions: { ...extensions, cause: cause.stack ?? cause.message } };
}
