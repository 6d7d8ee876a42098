import {
  getNamedType,
  isInputObjectType,
  TokenKind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type Token,
} from 'graphql';

/**
 * What is said of each variable: the comment above it, by whoever wrote the operation; without one, what the graph says of
 * the argument, or of the field of an input, that it is given to.
 */
export function describeVariables(
  document: DocumentNode,
  schema: GraphQLSchema,
): ReadonlyMap<string, string> {
  const types = new TypeInfo(schema);
  const said = new Map<string, string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition({ loc, variable }) {
        const comment = readComment(loc?.startToken.prev ?? null);
        if (comment !== '') said.set(variable.name.value, comment);
      },
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

/** The lines of a comment, from its last. */
function readComment(last: Token | null): string {
  const lines: string[] = [];
  for (let token = last; token?.kind === TokenKind.COMMENT; token = token.prev)
    lines.unshift(token.value.trim());
  return lines.join(' ');
}
