import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Maybe } from 'graphql/jsutils/Maybe.js';
import { readFragments, TYPENAME, type Fragments } from '../graphql/document.ts';

/**
 * Asks for the type of each object that an answer must be told apart by. A subgraph may have an object where the graph
 * has an interface: the planner then finds no use for the type there, and the answer loses its fragments without an
 * error. For planning alone: the answer keeps the shape that was asked.
 */
export function addTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const fragments = readFragments(document);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (node): SelectionSetNode | undefined => {
        const type = types.getParentType();
        if (isObjectType(type)) return withoutKnownTypenames(node);
        const isTold = (selection: SelectionNode): boolean => tellsApart(selection, type, schema, fragments);
        if (!isAbstractType(type) || !node.selections.some(isTold)) return undefined;
        if (node.selections.some(isPlainTypename)) return undefined;
        return { ...node, selections: [TYPENAME, ...node.selections] };
      },
    }),
  );
}

/** The type of an object that is there whatever its type is known: no call is made for it. */
function withoutKnownTypenames(node: SelectionSetNode): SelectionSetNode | undefined {
  if (!node.selections.some(isAliasedTypename) || !node.selections.some(isUnconditionalField))
    return undefined;
  return { ...node, selections: node.selections.filter((selection) => !isAliasedTypename(selection)) };
}

const isAliasedTypename = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD && selection.name.value === '__typename' && selection.alias !== undefined;

const isUnconditionalField = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD && !selection.name.value.startsWith('__') && !selection.directives?.length;

/** Whether a selection concerns some of the objects of a type only. */
function tellsApart(
  selection: SelectionNode,
  type: Maybe<GraphQLCompositeType>,
  schema: GraphQLSchema,
  fragments: Fragments,
): boolean {
  if (selection.kind === Kind.FIELD) return false;
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  const condition = fragment?.typeCondition?.name.value;
  if (condition === undefined || condition === type?.name) return false;
  const wider = schema.getType(condition);
  return !(isAbstractType(wider) && isInterfaceType(type) && schema.isSubType(wider, type));
}

function isPlainTypename(selection: SelectionNode): boolean {
  return (
    selection.kind === Kind.FIELD &&
    selection.name.value === '__typename' &&
    !selection.alias &&
    !selection.directives?.length
  );
}
