import { type Gateway, createGateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { type Database, openDatabase } from '@palier/runtime/database';
import type { Subgraph } from '@palier/runtime/subgraph';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';

/** What is owed is asked by one level and answered by another: the one that is down leaves what the other says. */
let database: Database;
let gateway: Gateway;
let down: string | undefined;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  const subgraphs = new Map<string, Subgraph>();
  for (const definition of LEVELS)
    subgraphs.set(definition.name, await definition.open(database, { demonstration: 'CHARGEE' }));
  gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logLevel: 'error',
    callers: ({ name }) => {
      const subgraph = subgraphs.get(name);
      if (subgraph === undefined) return undefined;
      const caller = createInMemoryCaller(subgraph);
      return {
        call: (request) =>
          name === down ? Promise.reject(new Error(`${name} is down`)) : caller.call(request),
      };
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await database.close();
});

async function without(level: string, query: string) {
  down = level;
  try {
    return await gateway.execute({ query });
  } finally {
    down = undefined;
  }
}

it('what is asked is said when the établissements do not answer', async () => {
  const { data, errors } = await without(
    'etablissements',
    '{ etablissement(code: "11045119") { code demandes { campagneCode territoires } obligations { totalCount } } }',
  );
  expect(data).toMatchObject({
    etablissement: {
      code: '11045119',
      demandes: [{ campagneCode: '2025-2026', territoires: { length: 8 } }],
      obligations: null,
    },
  });
  expect(errors?.map(({ path }) => path?.[0])).toEqual(['etablissement']);
});

it('what is not of Santé Québec is said when it does not answer, and nothing is said to be owed or not', async () => {
  const { data, errors } = await without(
    'sante-quebec',
    '{ territoireClsc(code: "01111") { nom obligations { totalCount absence { motif } } mesures(campagne: "2025-2026", first: 1) { totalCount } } }',
  );
  expect(data).toMatchObject({
    territoireClsc: {
      nom: expect.any(String) as string,
      obligations: null,
      mesures: { totalCount: expect.any(Number) as number },
    },
  });
  expect(errors?.length).toBeGreaterThan(0);
});
