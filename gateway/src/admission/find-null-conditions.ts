import { GraphQLError, type VariableNode } from 'graphql';

/**
 * A variable with a default may be given as null, and is then neither true nor false (GraphQL § 6.4.1): a part that is
 * asked under it cannot be said to be asked or not.
 *
 * @param conditions the variables that decide of some part of the operation; only read when there is a null
 */
export function findNullConditions(
  conditions: () => ReadonlyMap<string, VariableNode>,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const names = Object.keys(variables).filter((name) => variables[name] === null);
  if (names.length === 0) return [];
  const deciding = conditions();
  return names.flatMap((name) => {
    const node = deciding.get(name);
    const message = `Variable "$${name}" of non-null type "Boolean!" must not be null.`;
    return node ? [new GraphQLError(message, { nodes: node })] : [];
  });
}
