import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { listConditions } from '../../graphql/conditions.ts';
import { onlyOperation, readFragments, type Fragments } from '../../graphql/document.ts';

/** The client's operation, as far as it decides the shape of the answer. */
export interface ProjectedOperation {
  /** What clients may see: no inaccessible element. */
  readonly apiSchema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** The variables by which some selection is skipped or included. */
  readonly conditions: readonly string[];
}

export function readOperation(
  apiSchema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): ProjectedOperation | undefined {
  const definition = onlyOperation(document, operationName);
  if (!definition) return undefined;
  const fragments = readFragments(document);
  const conditions = new Set<string>();
  const understood = everySelection(definition.selectionSet, fragments, new Set(), (selection) => {
    conditionVariables(selection).forEach((name) => conditions.add(name));
    return selection.kind !== Kind.FIELD || isProjectable(selection);
  });
  if (!understood) return undefined;
  return { apiSchema, definition, fragments, defaults: defaultsOf(definition), conditions: [...conditions] };
}

function isProjectable(field: Extract<SelectionNode, { kind: Kind.FIELD }>): boolean {
  const name = field.name.value;
  if (name === '__schema' || name === '__type') return false;
  // On a plain object such a name would be found where nobody put it.
  return !((field.alias?.value ?? name) in Object.prototype);
}

function everySelection(
  set: SelectionSetNode,
  fragments: Fragments,
  visited: Set<string>,
  accept: (selection: SelectionNode) => boolean,
): boolean {
  return set.selections.every((selection) => {
    if (!accept(selection)) return false;
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      return !selection.selectionSet || everySelection(selection.selectionSet, fragments, visited, accept);
    }
    if (visited.has(selection.name.value)) return true;
    visited.add(selection.name.value);
    const fragment = fragments.get(selection.name.value);
    return fragment !== undefined && everySelection(fragment.selectionSet, fragments, visited, accept);
  });
}

function conditionVariables(selection: SelectionNode): readonly string[] {
  return listConditions(selection.directives).flatMap(({ on }) => (typeof on === 'string' ? [on] : []));
}

function defaultsOf(definition: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}
