import { msss } from '@palier/msss';
import { importLimites, importRows } from '@palier/msss/importation';
import { MOST_POINTS } from '@palier/officiels/simplify-contours';
import { someoneOf } from '@palier/runtime/testing';
import type { PagesHouse } from './open-pages.ts';

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

/** Outlines of all the territories but the first, as an official file would bring them. */
export async function importOutlines(house: PagesHouse): Promise<void> {
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
}
