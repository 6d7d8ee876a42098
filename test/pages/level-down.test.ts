import { type Database, openDatabase } from '@palier/runtime/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { openWithoutLevels } from './open-without-levels.ts';

let database: Database;
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  ({ url, close } = await openWithoutLevels(database));
});
afterAll(async () => {
  await close();
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
  expect(dependents).toContain('Indicateur\u00a0: non lu.');
  expect(dependents).not.toContain('ne trouve rien qui s’y appuie');
});

it('says that a page cannot be read when the level that holds it is down', async () => {
  const response = await fetch(`${url}/fait/etablissement/11045119`);
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(500);
  expect(text).toContain('role="search"');
  expect(text).toContain('<h1>Cette page ne peut pas être lue');
});
