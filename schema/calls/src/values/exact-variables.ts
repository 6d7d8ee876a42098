import {
  getNamedType,
  GraphQLError,
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
import { isExact, type ExactNumber } from '../json/exact-number.ts';
import { doubleOf } from '../json/held-numbers.ts';
import { sayPlace, sayUnheld, type ValuePath } from './say-unheld.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface CoercedVariables {
  readonly variables: Variables;
  /** What is said, in French, of each number that would be changed. */
  readonly faults: readonly GraphQLError[];
}

/**
 * The variables with each number that no double holds as its type has it: an ID is the text of its digits, a Float the
 * double of the same value, a fault when there is none. Custom scalars read such a number as it is, or are treated as Float.
 */
export function coerceExactVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
  scalarsReadDigits: boolean,
): CoercedVariables {
  const faults: GraphQLError[] = [];
  const take: TakeNumber = (type, value, place) => {
    const name = type && getNamedType(type).name;
    if (name === 'ID' && typeof value === 'bigint') return String(value);
    // What no other type takes, graphql-js says.
    if (scalarsReadDigits && name !== 'Float') return value;
    const digits = String(value);
    const double = doubleOf(digits);
    if (double === undefined) faults.push(new GraphQLError(sayUnheld(digits, sayPlace(place))));
    return double ?? 0;
  };
  const coerced: Record<string, unknown> = { ...variables };
  for (const { variable, type: node } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as NamedTypeNode);
    if (type && isInputType(type) && Object.hasOwn(variables, name))
      coerced[name] = coerce(type, variables[name], [name], take);
  }
  return { variables: coerced, faults };
}

/** @param type nothing for what is inside a custom scalar */
type TakeNumber = (
  type: GraphQLInputType | undefined,
  value: bigint | ExactNumber,
  place: ValuePath,
) => unknown;

function coerce(
  type: GraphQLInputType | undefined,
  value: unknown,
  place: ValuePath,
  take: TakeNumber,
): unknown {
  if (type && isNonNullType(type)) return coerce(type.ofType, value, place, take);
  if (isExact(value)) return take(type, value, place);
  if (typeof value !== 'object' || value === null) return value;
  const item = type && isListType(type) ? type.ofType : undefined;
  if (Array.isArray(value)) return value.map((inner, rank) => coerce(item, inner, [...place, rank], take));
  if (item) return coerce(item, value, place, take);
  const fields = type && isInputObjectType(type) ? type.getFields() : {};
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, coerce(field?.type, inner, [...place, name], take)];
    }),
  );
}
