import { GraphQLError, type GraphQLFormattedError } from 'graphql';

export type AnyError = GraphQLError | GraphQLFormattedError;

/** Makes of an error of the answer one that names nothing the client may not know of. */
export type HideNames = (error: AnyError) => AnyError;

/** Redaction takes it for an accident: what was said goes to the log, and no further. */
const ACCIDENT = 'INTERNAL_ERROR';

/**
 * An error whose words hold a hidden name (a level speaks of its own types, and does not know who listens) keeps its
 * place and loses its words. A name that is shown anywhere is not a hidden one.
 */
export function createNameHider(hiddenNames: ReadonlySet<string>): HideNames {
  return (error) => {
    if (!namesAny(error.message, hiddenNames)) return error;
    const extensions = { ...error.extensions, code: ACCIDENT };
    if (!(error instanceof GraphQLError)) return { ...error, extensions };
    return new GraphQLError(error.message, {
      path: error.path,
      extensions,
      originalError: error.originalError ?? error,
    });
  };
}

function namesAny(text: string, names: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(/\w+/g)) if (names.has(word)) return true;
  return false;
}
