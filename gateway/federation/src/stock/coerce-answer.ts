import {
  getNamedType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { readOperation } from '../graphql/document.ts';
import { toIds } from '../run/data/ids.ts';
import { isExact } from '@palier/calls/json/exact-number';

type Data = Record<string, unknown>;

/**
 * Makes of the leaves of an answer, in place, what the stock executor takes for their types: an ID is a text, a Float a
 * double, and an Int of more than 32 bits no number at all, which is told as any wrong value is.
 */
export function coerceAnswer(schema: GraphQLSchema, query: string, data: Data): void {
  const operation = readOperation(query);
  coerceFields(schema, operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, data);
}

/** Fields of one name have one type, whatever the type conditions they are under. */
function coerceFields(
  schema: GraphQLSchema,
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
  data: Data,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      coerceFields(schema, selection.selectionSet, type, data);
      continue;
    }
    const name = (selection.alias ?? selection.name).value;
    if (!Object.hasOwn(data, name)) continue;
    const type = typeOf(parent, selection.name.value);
    const { selectionSet } = selection;
    if (selectionSet) eachObject(data[name], (object) => coerceFields(schema, selectionSet, type, object));
    else if (type) data[name] = coerceLeaf(type, data[name]);
  }
}

/** Nothing for the entities of a subgraph, which no client asks for. */
function typeOf(parent: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
  const hasFields = isObjectType(parent) || isInterfaceType(parent);
  const definition = hasFields ? parent.getFields()[field] : undefined;
  return definition && getNamedType(definition.type);
}

function eachObject(value: unknown, use: (object: Data) => void): void {
  if (Array.isArray(value)) value.forEach((item) => eachObject(item, use));
  else if (typeof value === 'object' && value !== null) use(value as Data);
}

function coerceLeaf(type: GraphQLNamedType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => coerceLeaf(type, item));
  if (type === GraphQLID) return toIds(value);
  if (type === GraphQLFloat) return isExact(value) ? Number(value) : value;
  return type === GraphQLInt && typeof value === 'number' && value !== (value | 0) ? NaN : value;
}
