import {
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Asks for the type of each object that an answer must be told apart by. A subgraph may have an object where the graph
 * has an interface: the planner then finds no use for the type there, and the answer loses its fragments without an
 * error. For planning alone: the answer keeps the shape that was asked.
 */
export function addTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (node): SelectionSetNode | undefined => {
        if (!isAbstractType(types.getParentType()) || !node.selections.some(hasType)) return undefined;
        if (node.selections.some(isPlainTypename)) return undefined;
        return { ...node, selections: [TYPENAME, ...node.selections] };
      },
    }),
  );
}

function hasType(selection: SelectionNode): boolean {
  return selection.kind !== Kind.FIELD;
}

function isPlainTypename(selection: SelectionNode): boolean {
  return (
    selection.kind === Kind.FIELD &&
    selection.name.value === '__typename' &&
    !selection.alias &&
    !selection.directives?.length
  );
}
