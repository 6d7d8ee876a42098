import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

/** Whether a value that a subgraph gave is a whole number whose text is its digits. */
export const isInteger = (value: unknown): boolean =>
  typeof value === 'bigint' || (Number.isInteger(value) && INTEGER.test(String(value)));

/** Values of an ID as GraphQL has them: a number and the text of its digits are one identifier, the text. */
export function toIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toIds);
  return isInteger(value) ? String(value) : value;
}

/** The type of a field, or of the items of its lists. */
export function fieldType(
  schema: GraphQLSchema,
  typename: string,
  field: string,
): GraphQLNamedType | undefined {
  const type = schema.getType(typename);
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return definition && getNamedType(definition.type);
}
