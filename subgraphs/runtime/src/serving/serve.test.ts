import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '@palier/calls/asker';
import { GraphRefused, PalierError } from '../base/errors.ts';
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
      refusee: fail(new GraphRefused('Le code n’existe pas.', 'FILTRE_INVALIDE')),
      lire: { type: GraphQLString, args: { texte: { type: GraphQLString } }, resolve: look },
    },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { ecrire: { type: GraphQLString, resolve: look } },
  }),
});

/** Whoever asked last, and whether it is gone: looked at until it is, or is not long after its time. */
let asker: Asker;
async function look(): Promise<string> {
  for (let looks = 0; looks < 40 && !asker.isGone; looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return asker.isGone ? 'parti' : 'attend';
}

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
    createContext: (...all: readonly unknown[]) => {
      asker = all[4] as Asker;
      return {} as never;
    },
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

describe('whoever asks a subgraph', () => {
  const ask = async (query: string, variables = {}): Promise<unknown> => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'palier-delai': '20' },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { data: unknown }).data;
  };

  it.each([
    ['query mutation { lire }', {}],
    ['{ lire(texte: "mutation { ecrire }") }', {}],
    ['query ($texte: String) { lire(texte: $texte) }', { texte: 'mutation' }],
  ])('for a read is gone once its time is over, whatever its words: %s', async (query, variables) => {
    expect(await ask(query, variables)).toEqual({ lire: 'parti' });
  });

  it('for a write waits', async () => {
    expect(await ask('mutation { ecrire }')).toEqual({ ecrire: 'attend' });
  });
});

describe('a subgraph served alone', () => {
  it('refuses in French a body that is not JSON', async () => {
    expect(await post('{')).toMatchObject({ status: 400, code: 'REQUETE_ILLISIBLE' });
  });

  it('gives the errors raised on purpose, and masks the others', async () => {
    expect(await post('{"query":"{ voulue }"}')).toMatchObject({ code: 'CODE_INVALIDE' });
    expect(await post('{"query":"{ refusee }"}')).toMatchObject({
      code: 'FILTRE_INVALIDE',
      message: 'Le code n’existe pas.',
    });
    const masked = await post('{"query":"{ imprevue }"}');
    expect(masked.code).toBe('ERREUR_INTERNE');
    expect(masked.message).not.toContain('secret');
  });
});
