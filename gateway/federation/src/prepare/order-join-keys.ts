import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { readArguments, type JoinNames } from '../supergraph/join-directives.ts';

/**
 * Puts the resolvable keys of each type before those that are not. To re-enter a subgraph for `@requires` the planner
 * takes the first key it finds there and does not look at `resolvable: false`; the subgraph then refuses the key.
 */
export function orderResolvableKeysFirst(document: DocumentNode, join: JoinNames): DocumentNode {
  return { ...document, definitions: document.definitions.map((definition) => reorder(definition, join)) };
}

function reorder(definition: DefinitionNode, join: JoinNames): DefinitionNode {
  if (!isEntityKind(definition) || !definition.directives) return definition;
  const isJoinType = (directive: ConstDirectiveNode) => directive.name.value === join.type;
  const joins = definition.directives.filter(isJoinType);
  const ordered = [...joins.filter(isResolvable), ...joins.filter((directive) => !isResolvable(directive))];
  return {
    ...definition,
    directives: [...ordered, ...definition.directives.filter((directive) => !isJoinType(directive))],
  };
}

function isEntityKind(
  definition: DefinitionNode,
): definition is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

function isResolvable(directive: ConstDirectiveNode): boolean {
  return readArguments(directive).get('resolvable') !== false;
}
