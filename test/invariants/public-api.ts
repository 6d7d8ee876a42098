import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { SUPERGRAPH } from '@palier/start/open-house';

export type ObjectField = GraphQLField<unknown, unknown>;

/** The schema that clients see: the committed supergraph, without what joins it. */
export function readPublicApi(): GraphQLSchema {
  const supergraph = Supergraph.build(readFileSync(SUPERGRAPH, 'utf8'));
  return supergraph.apiSchema().toGraphQLJSSchema();
}

/** The object types of the public schema, but for its roots: acts are asked by the tests of their processes. */
export function listObjectTypes(api: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(api.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation');
}

export function fieldsOf(type: GraphQLObjectType): ObjectField[] {
  return Object.values(type.getFields());
}

export function rootFields(api: GraphQLSchema): ObjectField[] {
  const query = api.getQueryType();
  if (query == null) throw new Error('the schema has no Query');
  return fieldsOf(query);
}

/** The object type that a field gives, through lists; undefined for scalars, enums and unions. */
export function objectTypeOf({ type }: ObjectField): GraphQLObjectType | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
}

export function needsNoArgument({ args }: ObjectField): boolean {
  return !args.some(isRequiredArgument);
}

export function isConnection(type: GraphQLObjectType): boolean {
  return type.name.endsWith('Connection');
}

export function hasField(type: GraphQLObjectType, name: string): boolean {
  return name in type.getFields();
}
