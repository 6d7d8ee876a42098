import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { describeVariables } from '@palier/adresses/describe-variables';
import { boundsOf, type DeclaredVariable } from '@palier/adresses/read-variables';
import type { JsonSchema, ObjectSchema } from './json-schema.ts';

/** Items that a list among the arguments may hold. */
const MOST_ITEMS = 200;
const LONGEST_TEXT = 10_000;

/** The arguments of a tool, from the variables of its operation and what the graph says of what they are given to. */
export function toInputSchema(
  declared: readonly DeclaredVariable[],
  document: DocumentNode,
  schema: GraphQLSchema,
): ObjectSchema {
  const said = describeVariables(document, schema);
  const properties: Record<string, JsonSchema> = {};
  for (const { name, type, byDefault } of declared)
    properties[name] = {
      ...toJsonSchema(type),
      ...(said.has(name) && { description: said.get(name) }),
      ...(byDefault !== undefined && { default: byDefault }),
      ...(getNamedType(type).name === 'Int' && boundsOf(name)),
    };
  return {
    type: 'object',
    properties: { ...INSTANTS, ...properties },
    required: declared.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** Every tool reads the past. */
export const INSTANTS: Readonly<Record<string, JsonSchema>> = {
  asOf: {
    type: 'string',
    maxLength: 64,
    description:
      'Instant passé auquel lire, « 2026-05-01T14:00:00-04:00 », ou jour, « 2026-05-01 » ; sans lui, ce qui est connu maintenant.',
  },
  au: { type: 'string', maxLength: 64, description: 'Comme `asOf` : donnez l’un ou l’autre.' },
};

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer', ...boundsOf() },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
};

function toJsonSchema(type: GraphQLInputType): JsonSchema {
  if (isNonNullType(type)) return toJsonSchema(type.ofType);
  if (isListType(type)) return { type: 'array', items: toJsonSchema(type.ofType), maxItems: MOST_ITEMS };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? { type: 'string', maxLength: LONGEST_TEXT };
  const fields = Object.values(type.getFields());
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, type: inner, description }) => [
        name,
        { ...toJsonSchema(inner), ...(description && { description }) },
      ]),
    ),
    required: fields.filter(isRequiredInputField).map(({ name }) => name),
    additionalProperties: false,
  };
}
