import {
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** What the graph says of the argument, or of the field of an input, that each variable is given to. */
export function describeVariables(
  document: DocumentNode,
  schema: GraphQLSchema,
): ReadonlyMap<string, string> {
  const types = new TypeInfo(schema);
  const said = new Map<string, string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument({ name, value }) {
        const description = types
          .getFieldDef()
          ?.args.find((argument) => argument.name === name.value)?.description;
        if (value.kind === 'Variable' && description && !said.has(value.name.value))
          said.set(value.name.value, description);
      },
      ObjectField({ name, value }) {
        const parent = getNamedType(types.getParentInputType());
        const description = isInputObjectType(parent)
          ? parent.getFields()[name.value]?.description
          : undefined;
        if (value.kind === 'Variable' && description && !said.has(value.name.value))
          said.set(value.name.value, description);
      },
    }),
  );
  return said;
}
