import { afterAll, beforeAll, expect, it } from 'vitest';
import { importOutlines } from './import-outlines.ts';
import { openPagesHouse, type PagesHouse, weighView } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openPagesHouse();
});
afterAll(() => house.close());

const LINK = /<a href="\/tableau\/territoire\/(\d{5})[^"]*" class="etat-/g;
const countTerritoires = (html: string) => new Set([...html.matchAll(LINK)].map(([, code]) => code)).size;
it('draws the outlines of the territories once they are imported, and a tile for the one that the file has not', async () => {
  const before = await house.open('/tableau');
  expect(before.text).toContain('class="tile-map"');
  expect(before.text).not.toContain('class="outline-map"');
  await importOutlines(house);
  const { text } = await house.open('/tableau');
  expect(countTerritoires(text)).toBe(166);
  const outlines = text.slice(text.indexOf('class="outline-map"'), text.indexOf('class="tile-map"'));
  expect(countTerritoires(outlines)).toBe(165);
  expect(outlines.match(/<figcaption>[^<]*/g)).toEqual([
    '<figcaption>Les autres régions',
    '<figcaption>Le nord',
    '<figcaption>Montréal et Laval',
  ]);
  expect(text).toContain('Source : inventées.dbf, .shp, .prj, ministère');
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  expect(await weighView(house, '/tableau')).toBeLessThan(150_000);
});
