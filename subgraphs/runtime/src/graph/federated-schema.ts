import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLFieldResolver, type GraphQLSchema, parse, print } from 'graphql';
import { type ClassType, buildSchemaSync, createResolversMap, getMetadataStorage } from 'type-graphql';
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
}

/** One subgraph's schema, in the two forms it is needed in. */
export interface FederatedSchema {
  /** As it is committed and composed, with the directives graphql-js would not print. */
  readonly sdl: string;
  /** Makes it executable: TypeGraphQL's resolvers, and the references. Built last, for a later transform would drop these. */
  readonly makeExecutable: () => GraphQLSchema;
}

export function buildFederatedSchema(options: FederatedSchemaOptions): FederatedSchema {
  const schema = buildTypeGraphqlSchema(options);
  const sdl = `${LINK}\n\n${print(shapeSdl(getDocumentNodeFromSchema(schema))).trim()}\n`;
  return { sdl, makeExecutable: () => makeExecutable(schema, sdl, options) };
}

function makeExecutable(
  schema: GraphQLSchema,
  sdl: string,
  { resolvers: classes, references }: FederatedSchemaOptions,
): GraphQLSchema {
  const direct = makeDirectResolvers(classes);
  const resolvers = onlyWrittenResolvers(createResolversMap(schema), direct);
  for (const reference of references) {
    const type = (resolvers[reference.type] ??= {}) as Record<string, unknown>;
    type['__resolveReference'] = (representation: Representation, context: SubgraphContext) =>
      reference.resolve(representation, context);
  }
  if (references.length > 0) (resolvers['Query'] as ResolverMap)['_entities'] = resolveEntities(references);
  const typeDefs: DocumentNode = parse(sdl);
  const executable = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as Record<string, never> }]);
  return boundLists(executable, schema);
}

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

type ResolverMap = Record<string, unknown>;

/** TypeGraphQL makes an async resolver for every plain property; graphql-js reads properties itself, far cheaper. */
function onlyWrittenResolvers(
  resolvers: ReturnType<typeof createResolversMap>,
  direct: ReadonlyMap<string, unknown>,
): ResolverMap {
  const written = listWrittenFields();
  const isRoot = (type: string): boolean => type === 'Query' || type === 'Mutation';
  const keep = (type: string, field: string, resolver: unknown): boolean =>
    isRoot(type) ||
    field.startsWith('__') ||
    typeof resolver !== 'function' ||
    written.has(`${type}.${field}`);
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => [
      type,
      isPlainMap(fields)
        ? replace(
            pick(fields, (field, resolver) => keep(type, field, resolver)),
            (field, resolver) => direct.get(`${type}.${field}`) ?? resolver,
          )
        : fields,
    ]),
  );
}

/** The fields, as `Type.field`, that somebody wrote a resolver for. */
function listWrittenFields(): ReadonlySet<string> {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const names = new Map(objectTypes.map(({ target, name }) => [target, name]));
  return new Set(
    fieldResolvers.map(
      ({ getObjectType, schemaName }) => `${names.get(getObjectType?.() ?? Object)}.${schemaName}`,
    ),
  );
}

function isPlainMap(value: unknown): value is Record<string, GraphQLFieldResolver<unknown, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function pick(fields: ResolverMap, keep: (name: string, value: unknown) => boolean): ResolverMap {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => keep(name, value)));
}

function replace(fields: ResolverMap, by: (name: string, value: unknown) => unknown): ResolverMap {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, by(name, value)]));
}
