import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  getNullableType,
  isIntrospectionType,
  isObjectType,
  print,
} from 'graphql';
import { type ClassType, buildSchemaSync, getMetadataStorage } from 'type-graphql';
import type { Reference, Representation } from './reference.ts';
import type { SubgraphContext } from '../request/context.ts';
import { boundLists } from './bound-lists.ts';
import { makeDirectResolvers } from './direct-resolvers.ts';
import { shapeSdl } from './shape-sdl.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@provides", "@inaccessible", "@tag", "@cost", "@listSize", "@authenticated", "@requiresScopes", "@policy"])`;

export interface FederatedSchemaOptions {
  readonly resolvers: readonly ClassType[];
  /** Every entity class: those reachable through `_entities` alone would otherwise vanish without a word. */
  readonly entities: readonly ClassType[];
  readonly references: readonly Reference[];
  /** How what a mutation raises is told: as it is, without one. */
  readonly tellRefusal?: (error: unknown) => unknown;
}

/** One subgraph's schema, in the two forms it is needed in. */
export interface FederatedSchema {
  /** As it is committed and composed, with the directives graphql-js would not print. */
  readonly sdl: () => string;
  /** Answers what that says: TypeGraphQL's resolvers, and the references. */
  readonly makeExecutable: () => GraphQLSchema;
}

export function buildFederatedSchema(options: FederatedSchemaOptions): FederatedSchema {
  let text: string | undefined;
  // A start does without it.
  const sdl = (): string => (text ??= printSdl(buildTypeGraphqlSchema(options)));
  return { sdl, makeExecutable: () => makeExecutable(buildTypeGraphqlSchema(options), sdl, options) };
}

const printSdl = (schema: GraphQLSchema): string =>
  `${LINK}\n\n${print(shapeSdl(getDocumentNodeFromSchema(schema))).trim()}\n`;

/** The decorated schema itself: to read its SDL again, and to hold it as a subgraph, would take most of its building. */
function makeExecutable(
  decorated: GraphQLSchema,
  sdl: () => string,
  { resolvers: classes, references, tellRefusal }: FederatedSchemaOptions,
): GraphQLSchema {
  const schema = withFederation(decorated, sdl, references);
  const [direct, written] = [makeDirectResolvers(classes), listWrittenFields()];
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const isRoot = roots.includes(type);
      if (isRoot && !FEDERATION_FIELDS.has(field.name)) field.type = getNullableType(field.type);
      if (!isRoot && !written.has(name)) delete field.resolve;
      else field.resolve = direct.get(name) ?? field.resolve!;
      if (tellRefusal !== undefined && type === roots[1] && field.resolve !== undefined)
        field.resolve = telling(field.resolve, tellRefusal);
    }
  }
  return boundLists(schema);
}

/** The same field, telling what it raises otherwise. */
const telling =
  (
    resolve: GraphQLFieldResolver<unknown, unknown>,
    tellRefusal: (error: unknown) => unknown,
  ): GraphQLFieldResolver<unknown, unknown> =>
  async (...asked) => {
    try {
      return await resolve(...asked);
    } catch (error) {
      throw tellRefusal(error);
    }
  };

const FEDERATION_FIELDS: ReadonlySet<string> = new Set(['_entities', '_service']);

/** What the gateway asks every subgraph by. */
function withFederation(
  schema: GraphQLSchema,
  sdl: () => string,
  references: readonly Reference[],
): GraphQLSchema {
  const { query, types, ...others } = schema.toConfig();
  const { fields, ...named } = query!.toConfig();
  const asked = { ...fields, _service: serviceField(sdl), ...entitiesField(types, references) };
  return new GraphQLSchema({
    ...others,
    query: new GraphQLObjectType({ ...named, fields: asked }),
    types: types.filter((type) => type !== query),
    assumeValid: true,
  });
}

const serviceField = (sdl: () => string): GraphQLFieldConfig<unknown, SubgraphContext> => ({
  type: new GraphQLNonNull(
    new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } }),
  ),
  resolve: () => ({ sdl: sdl() }),
});

function entitiesField(
  types: readonly GraphQLNamedType[],
  references: readonly Reference[],
): Readonly<Record<string, GraphQLFieldConfig<unknown, SubgraphContext>>> {
  const entities = types.filter(isObjectType).filter(hasKey);
  if (entities.length === 0) return {};
  const resolveType = ({ __typename }: Representation): string => __typename;
  const type = new GraphQLUnionType({ name: '_Entity', types: entities, resolveType });
  const representations = new GraphQLScalarType({ name: '_Any' });
  return {
    _entities: {
      type: new GraphQLNonNull(new GraphQLList(type)),
      args: {
        representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(representations))) },
      },
      resolve: resolveEntities(references) as GraphQLFieldResolver<unknown, SubgraphContext>,
    },
  };
}

const hasKey = ({ astNode }: GraphQLObjectType): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'key') ?? false;

/** What is there already is given at once: @apollo/subgraph's own makes a promise of each entity. */
function resolveEntities(
  references: readonly Reference[],
): GraphQLFieldResolver<unknown, SubgraphContext, { readonly representations: readonly Representation[] }> {
  const byType = new Map(references.map((reference) => [reference.type, reference]));
  return (_source, { representations }, context) =>
    representations.map((representation) => {
      const reference = byType.get(representation.__typename);
      return reference === undefined ? representation : reference.resolve(representation, context);
    });
}

function buildTypeGraphqlSchema({ resolvers, entities }: FederatedSchemaOptions): GraphQLSchema {
  return buildSchemaSync({
    resolvers: resolvers as unknown as [ClassType, ...ClassType[]],
    orphanedTypes: [...entities],
    validate: false,
    skipCheck: true,
  });
}

/**
 * The fields, as `Type.field`, that somebody wrote a resolver for. TypeGraphQL makes an async one for every plain property;
 * graphql-js reads properties itself, far cheaper.
 */
function listWrittenFields(): ReadonlySet<string> {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const names = new Map(objectTypes.map(({ target, name }) => [target, name]));
  return new Set(
    fieldResolvers.map(
      ({ getObjectType, schemaName }) => `${names.get(getObjectType?.() ?? Object)}.${schemaName}`,
    ),
  );
}
