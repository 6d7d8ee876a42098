import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createKnownPaths } from '../operation/error-paths.ts';
import type { PlanResult } from '../run/plan-execution.ts';
import type { EngineError } from '../errors/engine-error.ts';
import type { AnswerRestorer, ErrorPath } from '../operation/restore-answer.ts';
import type { AnyError, HideNames } from '../contract/hide-names-in-errors.ts';

/** How errors are told to those who see a graph. */
export interface ErrorForm {
  readonly pathOf: (restorer: AnswerRestorer) => (path: ErrorPath) => ErrorPath;
  readonly hideNames: HideNames;
}

export const plainErrors = (client: GraphQLSchema): ErrorForm => ({
  pathOf: createKnownPaths(client),
  hideNames: (error) => error,
});

/** What a plan gave, under the client's own names, after what the caller may not see. */
export function restoreResult(
  { data, errors = [], extensions, names = 'DOCUMENT' }: PlanResult,
  restorer: AnswerRestorer,
  accessErrors: readonly EngineError[],
  form: ErrorForm,
): PlanResult {
  const restored = data && names === 'DOCUMENT' ? (restorer.data(data) as Record<string, unknown>) : data;
  const told = [...accessErrors, ...(errors.length > 0 ? restoreErrors(errors, restorer, form) : [])];
  return {
    ...(restored !== undefined && { data: restored }),
    ...(told.length > 0 && { errors: told }),
    ...(extensions && { extensions }),
  };
}

function restoreErrors(
  errors: readonly AnyError[],
  restorer: AnswerRestorer,
  { pathOf, hideNames }: ErrorForm,
): readonly AnyError[] {
  const toClientPath = pathOf(restorer);
  return errors.map((error) => hideNames(error.path ? withPath(error, toClientPath(error.path)) : error));
}

/** A path that leads to nothing that was asked is no path. */
function withPath(error: AnyError, asked: ErrorPath): AnyError {
  const path = asked.length > 0 ? { path: asked } : {};
  if (!(error instanceof GraphQLError)) {
    const { message, locations, extensions } = error;
    return { message, ...(locations && { locations }), ...path, ...(extensions && { extensions }) };
  }
  const { message, extensions, originalError } = error;
  return new GraphQLError(message, { ...path, extensions, originalError: originalError ?? error });
}
