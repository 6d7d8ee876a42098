import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PalierError } from '../base/errors.ts';
import { type ServedSubgraph, serveSubgraph } from './serve.ts';

const fail = (error: Error) => ({
  type: GraphQLString,
  resolve: () => {
    throw error;
  },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      voulue: fail(new PalierError('CODE_INVALIDE')),
      imprevue: fail(new Error('relation "secret"')),
    },
  }),
});

let served: ServedSubgraph;

beforeAll(async () => {
  const dataVersion = {
    current: () => 'v1',
    refresh: () => Promise.resolve('v1'),
    doubt: () => undefined,
    onChange: () => () => undefined,
  };
  const subgraph = {
    name: 'essai',
    schema,
    createContext: () => ({}) as never,
    settle: () => Promise.resolve(),
    cacheControlOf: () => undefined,
    dataVersion,
  };
  served = await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1' });
});

afterAll(() => served.stop());

async function post(body: string) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message ?? '' };
}

describe('a subgraph served alone', () => {
  it('refuses in French a body that is not JSON', async () => {
    expect(await post('{')).toMatchObject({ status: 400, code: 'REQUETE_ILLISIBLE' });
  });

  it('gives the errors raised on purpose, and masks the others', async () => {
    expect(await post('{"query":"{ voulue }"}')).toMatchObject({ code: 'CODE_INVALIDE' });
    const masked = await post('{"query":"{ imprevue }"}');
    expect(masked.code).toBe('ERREUR_INTERNE');
    expect(masked.message).not.toContain('secret');
  });
});
