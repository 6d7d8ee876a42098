import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPagesHouse, type PagesHouse } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openPagesHouse({ data: { demonstration: 'ABSENTE' } });
});
afterAll(() => house.close());

it.each([
  '/tableau',
  '/tableau/territoire/06112',
  '/tableau/exigence/A-P11:INFO_SOCIAL',
  '/tableau/etablissement/11045127',
  '/tableau/comparer?a=06112&b=13111',
  '/fait/role-clsc/NAVIGATEUR',
  '/fait/service-social/AAOR',
])('%s says that nothing is there yet, and blames no level for it', async (path) => {
  const { status, text } = await house.open(path);
  expect(status).toBe(200);
  expect(text).not.toMatch(/non lu|ne répond pas|Données de démonstration/);
  expect(text).toMatch(/class="absence"/);
  expect(text).not.toMatch(/`\w+`/);
});
