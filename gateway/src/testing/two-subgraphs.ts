import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import type { CallerFactory, GraphQLResponseLike, SubgraphRequest } from '../request/subgraph-caller.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const REGIONS = [
  { code: '01', nom: 'Bas-Saint-Laurent', voisines: ['03'] },
  { code: '03', nom: 'Capitale-Nationale', voisines: ['01'] },
] as const;
const POPULATIONS: Readonly<Record<string, number>> = { '01': 1000, '03': 2000 };

const regionsSdl = `${LINK}
  type Query { regions: [Region!]!  region(code: ID!): Region  panne: String }
  type Mutation { noter(texte: String!): String }
  type Region @key(fields: "code") { code: ID!  nom: String!  voisines: [Region!]! }`;
const mesuresSdl = `${LINK}
  type Query { total: Int }
  type Region @key(fields: "code") { code: ID!  population: Int }`;

type Resolvers = Readonly<Record<string, unknown>>;

function buildSchema(sdl: string, resolvers: Resolvers): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
}

const regionOf = (code: string): (typeof REGIONS)[number] | undefined =>
  REGIONS.find((region) => region.code === code);

const SCHEMAS: Readonly<Record<string, GraphQLSchema>> = {
  regions: buildSchema(regionsSdl, {
    Query: {
      regions: () => REGIONS,
      region: (_: unknown, { code }: { code: string }) => regionOf(code),
      panne: () => {
        throw new Error('connect ECONNREFUSED 10.0.0.7:5432 select * from regions');
      },
    },
    Mutation: { noter: (_: unknown, { texte }: { texte: string }) => texte },
    Region: {
      voisines: ({ voisines }: { voisines: readonly string[] }) => voisines.map(regionOf),
      __resolveReference: ({ code }: { code: string }) => regionOf(code),
    },
  }),
  mesures: buildSchema(mesuresSdl, {
    Query: { total: () => 3000 },
    Region: {
      population: ({ code }: { code: string }) => POPULATIONS[code],
      __resolveReference: ({ code }: { code: string }) => ({ code }),
    },
  }),
};

/** A supergraph of two subgraphs, reached at the given addresses. */
export function composeTwoSubgraphs(
  urls: Readonly<Record<'regions' | 'mesures', string>> = {
    regions: 'http://regions.test',
    mesures: 'http://mesures.test',
  },
  extraSdl = '',
): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'regions', url: urls.regions, typeDefs: parse(regionsSdl + extraSdl) },
    { name: 'mesures', url: urls.mesures, typeDefs: parse(mesuresSdl) },
  ]);
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

/** The two subgraphs, called without a network; `onCall` sees each call first and may throw in its place. */
export function createTwoCallers(
  onCall: (request: SubgraphRequest) => void | Promise<void> = () => undefined,
): CallerFactory {
  return ({ name }) => ({
    async call(request) {
      await onCall(request);
      return answerInProcess(name, request);
    },
  });
}

/** What subgraph `name` answers to `request`. */
export async function answerInProcess(
  name: string,
  { query, variables }: Pick<SubgraphRequest, 'query' | 'variables'>,
): Promise<GraphQLResponseLike> {
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`No subgraph ${name}`);
  const result = await execute({ schema, document: parse(query), variableValues: variables });
  return JSON.parse(JSON.stringify(result)) as GraphQLResponseLike;
}
