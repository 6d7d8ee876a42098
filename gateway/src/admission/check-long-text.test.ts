import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../server.ts';
import type { OperationResult } from '../request/operation.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { SILENT } from '../testing/loggers.ts';

/** Makes any text a long one. */
const LONG = `#${'.'.repeat(2_000)}\n`;

let here: Gateway;
let apart: Gateway;
let closed: Gateway;

beforeAll(async () => {
  const common = { supergraph: { sdl: composeTwoSubgraphs() }, callers: createTwoCallers(), logger: SILENT };
  here = await createGateway({ ...common, planning: { place: createFederationExecutor, timeoutMs: 1_000 } });
  apart = await createGateway(common);
  closed = await createGateway({ ...common, introspection: false });
});
afterAll(() => Promise.all([here, apart, closed].map((gateway) => gateway.stop())));

const ID = { 'x-request-id': 'essai-0001' };
const ask = (gateway: Gateway, query: string, more: object = {}): Promise<OperationResult> =>
  gateway.execute({ query, headers: ID, ...more });

describe('a long text, checked on the thread', () => {
  it.each([
    ['{ regions { nom population } }', {}],
    ['query A { total } query B { regions { nom } }', { operationName: 'B' }],
    ['query Q($c: ID!) { region(code: $c) { nom } }', { variables: { c: '03' } }],
    ['query Q($c: ID!) { region(code: $c) { nom } }', {}],
    ['query Q($c: ID!) { region(code: $c) { nom, inconnu } }', { variables: { c: [] } }],
    ['{ regoins { nom } }', {}],
    ['{ regions(code: 1e999) { nom } }', {}],
    ['{ ', {}],
    ['subscription { total }', {}],
    ['mutation { noter(texte: "a") }', {}],
    ['{ __schema { queryType { name } } total }', {}],
    ['{ __type(name: "Region") { name fields { name } } }', {}],
  ])('is answered as a short one is: %s', async (query, more) => {
    expect(await ask(apart, LONG + query, more)).toEqual(await ask(here, LONG + query, more));
    // Known now, it is not checked again.
    expect(await ask(apart, LONG + query, more)).toEqual(await ask(here, LONG + query, more));
  });

  it('names an operation that is not there', async () => {
    const { errors } = await ask(apart, `${LONG}query A { total }`, { operationName: 'Z' });
    expect(errors?.[0]?.extensions?.['code']).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  it('says nothing of a closed schema', async () => {
    const asked = await ask(closed, `${LONG}{ ... { t: __type(name: "Region") { name } } }`);
    expect(asked.errors?.[0]?.extensions?.['code']).toBe('INTROSPECTION_FERMEE');
    expect(JSON.stringify(await ask(closed, `${LONG}{ region_ }`))).not.toContain('regions');
  });

  it.each([
    ['selections', `${LONG}{ ${'regions { voisines { '.repeat(150)} nom ${'} }'.repeat(150)} }`],
    ['lists', `{ regions(a: ${'['.repeat(4_000)}${']'.repeat(4_000)}) { nom } }`],
    ['objects', `{ regions(a: ${'{a: '.repeat(2_000)}1${'}'.repeat(2_000)}) { nom } }`],
  ])('is refused when it has too many %s in one another', async (_, query) => {
    const { errors } = await ask(apart, query);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['IMBRICATION_EXCESSIVE']);
  });
});

describe('a mutation of a graph that has none', () => {
  const READ_ONLY = composeTwoSubgraphs()
    .replace(/\n {2}mutation: Mutation/, '')
    .replace(/type Mutation[^}]*\}/, '');

  it('is refused in words that say so, asked once or again', async () => {
    const gateway = await createGateway({
      supergraph: { sdl: READ_ONLY },
      planning: { place: createFederationExecutor, timeoutMs: 1_000 },
      logger: SILENT,
    });
    for (let time = 0; time < 2; time += 1) {
      expect((await ask(gateway, 'mutation { noter(texte: "a") }')).errors).toMatchObject([
        {
          message: 'Ce graphe n’a pas de mutation : il se lit, par « query ».',
          extensions: { code: 'MUTATION_NON_OFFERTE' },
        },
      ]);
    }
    await gateway.stop();
  });
});
