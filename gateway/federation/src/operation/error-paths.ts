import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { AnswerRestorer, ErrorPath } from './restore-answer.ts';

/**
 * Where errors are said to be: as far as what was asked goes, then as far as what a plan needs besides, by fields that
 * clients know. What a subgraph made up is left out.
 */
export function createKnownPaths(
  client: GraphQLSchema,
): (restorer: AnswerRestorer) => (path: ErrorPath) => ErrorPath {
  let names: ReadonlySet<unknown> | undefined;
  const isKnown = (step: unknown): boolean =>
    typeof step === 'number' || (names ??= fieldNamesOf(client)).has(step);
  return (restorer) => (path) => {
    const restored = restorer.path(path);
    let length = restorer.askedPath(path).length;
    while (length < restored.length && isKnown(restored[length])) length += 1;
    return restored.slice(0, length);
  };
}

function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
}
