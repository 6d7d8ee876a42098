import { nothingOwed } from '@palier/runtime/absence';
import { defineList } from '@palier/runtime/list';
import { defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { lettersOf, type Order } from '@palier/runtime/order';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import {
  UNITE_COLUMN,
  countTerritoireGroups,
  countTerritoires,
  findTerritoiresByCodes,
  findTerritoiresByUnites,
  listTerritoires,
  type TerritoiresChoice,
} from './territoire-clsc.queries.ts';
import type { Position, TerritoireClscValue, TriTerritoires } from './territoire-clsc.type.ts';
import { REPARTITION } from './territoire-clsc.repartition.ts';
import type { TerritoireClscTable } from '../../tables/territoire-clsc.table.ts';

export type { TerritoiresChoice };

export const territoireLoader = defineLoader<string, TerritoireClscValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findTerritoiresByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toTerritoireClsc), ({ code }) => code);
  },
);

export const readTerritoires = defineList({
  name: 'territoiresClsc',
  find: async ({ database }: Reading, chosen: TerritoiresChoice, bounds) =>
    (await listTerritoires(database, chosen, bounds)).map(toTerritoireClsc),
  count: ({ database }: Reading, chosen) => countTerritoires(database, chosen),
  keyOf: ({ code }) => code,
  orders: {
    CODE: { kind: 'TEXT', valueOf: ({ code }) => code },
    NOM: { kind: 'TEXT', valueOf: ({ nom }) => lettersOf(nom) },
    POPULATION: { kind: 'NUMBER', valueOf: ({ dernierePopulation }) => dernierePopulation ?? null },
    SUPERFICIE: { kind: 'NUMBER', valueOf: ({ superficieKm2 }) => superficieKm2 },
  } satisfies Record<TriTerritoires, Order<TerritoireClscValue>>,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, chosen, asked) => countTerritoireGroups(database, chosen, asked),
  },
});

/** The territories of each unit, for one kind of unit. */
export const territoiresByUnite = {
  RLS: defineTerritoiresLoader('RLS'),
  RTS: defineTerritoiresLoader('RTS'),
  RSS: defineTerritoiresLoader('RSS'),
  RUISSS: defineTerritoiresLoader('RUISSS'),
};

const SANS_DATE = nothingOwed(
  'Ni les documents ni les tables officielles lues ne disent depuis quel jour le territoire vaut tel qu’il est découpé, et aucun texte n’oblige à le dater.',
);

function toTerritoireClsc(
  row: TerritoireClscTable & { readonly population?: number | null },
): TerritoireClscValue {
  return {
    code: row.code,
    nom: row.nom,
    nom2017: row.nom_2017,
    position: toPosition(row),
    superficieKm2: row.superficie_km2,
    nombreInstallations: row.nb_installations,
    valideDepuis: row.valide_depuis,
    valideJusqua: row.valide_jusqua,
    absenceValidite: row.valide_depuis === null ? SANS_DATE : null,
    provenance: toProvenance(row.provenance),
    dernierePopulation: row.population ?? null,
    unites: { RLS: row.rls_code, RTS: row.rts_code, RSS: row.rss_code, RUISSS: row.ruisss_code },
  };
}

function defineTerritoiresLoader(genre: keyof typeof UNITE_COLUMN) {
  return defineLoader<string, TerritoireClscValue[]>(async ({ database }: Reading, codes) => {
    const rows = await findTerritoiresByUnites(database, UNITE_COLUMN[genre], codes);
    return groupedByKey(codes, rows.map(toTerritoireClsc), ({ unites }) => unites[genre]);
  });
}

function toPosition(row: TerritoireClscTable): Position | null {
  if (row.latitude === null || row.longitude === null) return null;
  const provenance = toProvenance({ ...row.provenance, origine: 'INFERENCE', confiance: 'inféré' });
  return {
    latitude: row.latitude,
    longitude: row.longitude,
    localite: row.localite,
    methode: row.position_methode,
    provenance,
  };
}
