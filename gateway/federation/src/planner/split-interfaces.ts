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
} from 'graphql';

/**
 * The same operation, each field of an interface asked of every type that implements it, where one of these sets a
 * context. The stock planner looks for a context on the type that a field is asked of: on an interface it would find
 * none, or one further up than the nearest.
 */
export function splitInterfaces(
  document: DocumentNode,
  schema: GraphQLSchema,
  contextTypes: ReadonlySet<string>,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node) => {
          const type = types.getParentType();
          if (!isAbstractType(type) || !node.selections.some(isSplit)) return undefined;
          const possible = schema.getPossibleTypes(type);
          if (!possible.some(({ name }) => contextTypes.has(name))) return undefined;
          const kept = node.selections.filter((selection) => !isSplit(selection));
          const fields = node.selections.filter(isSplit);
          const ofTypes = possible.map(({ name }): SelectionNode => ({
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
            selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
          }));
          return { ...node, selections: [...kept, ...ofTypes] };
        },
      },
    }),
  );
}

function isSplit(selection: SelectionNode): selection is FieldNode {
  return selection.kind === Kind.FIELD && !selection.name.value.startsWith('__');
}
