import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await openGateway({ supergraph: { sdl: composeTwoSubgraphs() }, callers: createTwoCallers() });
});
afterAll(() => gateway.stop());

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const named = (digest: string): { persistedQuery: object } => ({
  persistedQuery: { version: 1, sha256Hash: digest },
});

it('asks for a text it does not know, then knows it', async () => {
  const query = '{ total }';
  const extensions = named(digestOf(query));
  expect((await gateway.execute({ extensions })).errors?.[0]).toMatchObject({
    message: 'PersistedQueryNotFound',
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });
  expect(await gateway.execute({ query, extensions })).toEqual({ data: { total: 3000 } });
  expect(await gateway.execute({ extensions })).toEqual({ data: { total: 3000 } });
});

it('does not keep a text under another’s digest', async () => {
  const extensions = named(digestOf('{ regions { nom } }'));
  const { errors } = await gateway.execute({ query: '{ __typename }', extensions });
  expect(errors?.[0]?.extensions?.['code']).toBe('EMPREINTE_INVALIDE');
  expect((await gateway.execute({ extensions })).errors?.[0]?.message).toBe('PersistedQueryNotFound');
});

it('does not keep an invalid text', async () => {
  const query = '{ inconnu }';
  const extensions = named(digestOf(query));
  await gateway.execute({ query, extensions });
  expect((await gateway.execute({ extensions })).errors?.[0]?.message).toBe('PersistedQueryNotFound');
});

it.each([3, { version: 2, sha256Hash: 'a'.repeat(64) }, { version: 1 }, { version: 1, sha256Hash: 'x' }])(
  'refuses a malformed digest: %j',
  async (persistedQuery) => {
    const { errors } = await gateway.execute({ query: '{ total }', extensions: { persistedQuery } });
    expect(errors?.[0]?.extensions?.['code']).toBe('REQUETE_INVALIDE');
  },
);
