import { msss } from '@palier/msss';
import { MOST_POINTS } from '@palier/officiels/simplify-contours';
import { importLimites, importRows } from '@palier/msss/importation';
import { someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPagesHouse, type PagesHouse, weighView } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openPagesHouse();
});
afterAll(() => house.close());

const LINK = /<a href="\/tableau\/territoire\/(\d{5})[^"]*" class="etat-/g;
const countTerritoires = (html: string) => new Set([...html.matchAll(LINK)].map(([, code]) => code)).size;
/** As many points as an import leaves to all the territories together, and as little alike as those of real borders. */
const POINTS = Math.floor(MOST_POINTS / 166);
function outlineOf(west: number, south: number): readonly (readonly [number, number])[] {
  const points = Array.from({ length: POINTS - 1 }, (_, rank) => {
    const angle = (-2 * Math.PI * rank) / (POINTS - 1);
    const radius = 0.4 + 0.1 * Math.sin(rank * rank * 12.9898 + west * 78.233 + south);
    return [
      toThousandth(west + radius * Math.cos(angle)),
      toThousandth(south + radius * Math.sin(angle)),
    ] as const;
  });
  return [...points, points[0]!];
}
const toThousandth = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;

it('draws the outlines of the territories once they are imported, and a tile for the one that the file has not', async () => {
  const before = await house.open('/tableau');
  expect(before.text).toContain('class="tile-map"');
  expect(before.text).not.toContain('class="outline-map"');
  const { data } = await house.gateway.execute({
    query: '{ territoiresClsc(first: 200) { nodes { code nom } } }',
    asker: 'PROGRAM',
  });
  const { nodes } = (data as { territoiresClsc: { nodes: { code: string; nom: string }[] } }).territoiresClsc;
  const level = await msss.open(house.database, { demonstration: 'CHARGEE' });
  await importRows(level.createContext(someoneOf('MSSS', { subject: 'marie' })), {
    kind: importLimites,
    fichier: { nom: 'inventées.dbf, .shp, .prj', octets: 1, empreinte: 'a'.repeat(64) },
    lignes: nodes.slice(1).map(({ code, nom }, index) => ({
      code,
      fiche: { CLSC_code: code, CLSC_nom: nom },
      contour: [[outlineOf(-79 + (index % 20), 45 + Math.floor(index / 20))]],
    })),
  });
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
