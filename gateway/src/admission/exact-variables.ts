import {
  getNamedType,
  GraphQLFloat,
  GraphQLID,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type VariableDefinitionNode,
} from 'graphql';
import { isExact, type ExactNumber } from '@palier/federation/json/exact-number';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables with each number that no double holds as its type has it: an ID is the text of its digits, a Float is the
 * nearest double. Custom scalars take numbers as they are; no other type takes any.
 */
export function coerceExactVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
): Variables {
  const coerced: Record<string, unknown> = { ...variables };
  for (const { variable, type: node } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as NamedTypeNode);
    if (type && isInputType(type) && Object.hasOwn(variables, name)) {
      coerced[name] = coerce(type, variables[name]);
    }
  }
  return coerced;
}

function coerce(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return coerce(type.ofType, value);
  if (isExact(value)) return coerceNumber(type, value);
  if (isListType(type)) {
    return Array.isArray(value) ? value.map((item) => coerce(type.ofType, item)) : coerce(type.ofType, value);
  }
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? coerce(field.type, inner) : (inner as unknown)];
    }),
  );
}

function coerceNumber(type: GraphQLInputType, value: bigint | ExactNumber): unknown {
  const named = getNamedType(type);
  if (named === GraphQLID && typeof value === 'bigint') return String(value);
  return named === GraphQLFloat ? Number(value) : value;
}
