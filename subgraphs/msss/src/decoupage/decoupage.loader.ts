import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findUnitesByCodes, findUnitesByParents, listUnites } from './decoupage.queries.ts';
import type { UniteValue } from './decoupage.type.ts';
import type { GenreUnite, UniteTable } from '../../tables/decoupage.table.ts';

export const uniteLoaders = {
  RLS: defineUniteLoader('RLS'),
  RTS: defineUniteLoader('RTS'),
  RSS: defineUniteLoader('RSS'),
  RUISSS: defineUniteLoader('RUISSS'),
};

export const readUnites = defineReading(async ({ database }: Reading, genre: GenreUnite) =>
  (await listUnites(database, genre)).map(toUnite),
);

export const reseauxLocauxByRts = defineLoader<string, UniteValue[]>(async ({ database }: Reading, codes) => {
  const rows = await findUnitesByParents(database, 'RLS', 'rts_code', codes);
  return groupedByKey(codes, rows.map(toUnite), ({ rtsCode }) => rtsCode);
});

export const reseauxTerritoriauxByRegion = defineLoader<string, UniteValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findUnitesByParents(database, 'RTS', 'rss_code', codes);
    return groupedByKey(codes, rows.map(toUnite), ({ rssCode }) => rssCode);
  },
);

function toUnite(row: UniteTable): UniteValue {
  return {
    code: row.code,
    nom: row.nom,
    ancienNom: row.ancien_nom,
    compteDansLes93: row.compte_dans_les_93 ?? false,
    conventionnel: row.conventionnel ?? false,
    nombrePersonnes: row.population,
    anneePopulation: row.annee_population,
    provenance: toProvenance(row.provenance),
    rtsCode: row.rts_code ?? '',
    rssCode: row.rss_code ?? '',
  };
}

function defineUniteLoader(genre: GenreUnite) {
  return defineLoader<string, UniteValue | null>(async ({ database }: Reading, codes) => {
    const rows = await findUnitesByCodes(database, genre, codes);
    return inKeyOrder(codes, rows.map(toUnite), ({ code }) => code);
  });
}
