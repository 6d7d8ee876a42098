import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import type { LimitePublieeTable } from '../../tables/limite-publiee.table.ts';
import { findContoursByCodes, findLimitesByCodes } from './limite-publiee.queries.ts';
import type { ContourPublie, LimiteValue } from './limite-publiee.type.ts';

export const limiteLoader = defineLoader<string, LimiteValue | null>(async ({ database }: Reading, codes) =>
  inKeyOrder(codes, (await findLimitesByCodes(database, codes)).map(toLimite), ({ code }) => code),
);

export const contourLoader = defineLoader<string, ContourPublie | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findContoursByCodes(database, codes);
    return inKeyOrder(
      codes,
      rows.map(({ code, contour, points }) => ({ code, geojson: contour, nombrePoints: points })),
      ({ code }) => code,
    );
  },
);

const SQUARE_METRES = 1_000_000;

function toLimite({
  code,
  nom,
  fiche,
  points,
  retire_le,
  provenance,
}: Omit<LimitePublieeTable, 'contour'>): LimiteValue {
  const area = fiche['Shape_Area'];
  return {
    code,
    nom,
    etiquette: fiche['Etiquette'] ?? null,
    reseauLocalCode: fiche['RLS_code'] ?? null,
    reseauTerritorialCode: fiche['RTS_code'] ?? null,
    regionCode: fiche['RSS_code'] ?? null,
    ruisssCode: fiche['RUIS_code'] ?? null,
    version: fiche['Version'] ?? null,
    superficieKm2: area === undefined ? null : Number(area) / SQUARE_METRES,
    retireLe: retire_le,
    hasContour: points > 0,
    provenance: toProvenance(provenance),
  };
}
