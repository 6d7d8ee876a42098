import { createGateway, type Gateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { openPages } from '@palier/pages/pages';
import { type Database, openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { OPERATIONS } from './open-pages.ts';

let database: Database;
let gateway: Gateway;
let url: string;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  const msss = LEVELS.find(({ name }) => name === 'msss')!;
  const caller = createInMemoryCaller(await msss.open(database, { demonstration: 'CHARGEE' }));
  gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    logLevel: 'error',
    operationsFolder: OPERATIONS,
    mounts: openPages(),
    // The others are where nobody listens.
    callers: ({ name }) =>
      name === 'msss' ? caller : { call: () => Promise.reject(new Error(`${name} is down`)) },
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await gateway.stop();
  await database.close();
});

it('shows what the other levels gave, says what is missing, and is not kept', async () => {
  const response = await fetch(`${url}/fait/territoire-clsc/06112`);
  const text = await response.text();
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(text).toContain('Une partie de cette page manque');
  expect(text).toMatch(/<h1>Pierrefonds<\/h1>/);
});

it('says that what leans on a fact was not read, and not that nothing does', async () => {
  const text = await (await fetch(`${url}/fait/exigence/A-P11:INFO_SOCIAL`)).text();
  const dependents = text.slice(text.indexOf('id="depend"'), text.indexOf('id="versions"'));
  expect(dependents).toContain('Indicateur : non lu.');
  expect(dependents).not.toContain('rien ne s’appuie');
});

it('says that a page cannot be read when the level that holds it is down', async () => {
  const response = await fetch(`${url}/fait/etablissement/11045119`);
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(500);
  expect(text).toContain('role="search"');
  expect(text).toContain('<h1>Cette page ne peut pas être lue');
});
