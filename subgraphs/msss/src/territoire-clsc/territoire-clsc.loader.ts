import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import {
  type PopulationTable,
  type TerritoireClscTable,
  type TerritoireFiltre,
  UNITE_COLUMN,
  countTerritoires,
  findPopulationsByTerritoires,
  findTerritoiresByCodes,
  findTerritoiresByUnites,
  listTerritoires,
} from './territoire-clsc.queries.ts';
import type { Population, Position, TerritoireClscValue } from './territoire-clsc.type.ts';

export const territoireLoader = defineLoader<string, TerritoireClscValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findTerritoiresByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toTerritoireClsc), ({ code }) => code);
  },
);

interface TerritoiresAsked {
  readonly chosen: TerritoireFiltre;
  readonly bounds: Parameters<typeof listTerritoires>[2];
}

export const readTerritoires = defineReading(
  async ({ database }: Reading, { chosen, bounds }: TerritoiresAsked) =>
    (await listTerritoires(database, chosen, bounds)).map(toTerritoireClsc),
);

export const readTerritoiresCount = defineReading(({ database }: Reading, chosen: TerritoireFiltre) =>
  countTerritoires(database, chosen),
);

/** The territories of each unit, for one kind of unit. */
export const territoiresByUnite = {
  RLS: defineTerritoiresLoader('RLS'),
  RTS: defineTerritoiresLoader('RTS'),
  RSS: defineTerritoiresLoader('RSS'),
  RUISSS: defineTerritoiresLoader('RUISSS'),
};

export const populationsLoader = defineLoader<string, Population[]>(async ({ database }: Reading, codes) => {
  const rows = await findPopulationsByTerritoires(database, codes);
  return groupedByKey(codes, rows, (row) => row.territoire_code).map((group) => group.map(toPopulation));
});

function toTerritoireClsc(row: TerritoireClscTable): TerritoireClscValue {
  return {
    code: row.code,
    nom: row.nom,
    nom2017: row.nom_2017,
    position: toPosition(row),
    superficieKm2: row.superficie_km2,
    nombreInstallations: row.nb_installations,
    provenance: toProvenance(row.provenance),
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

function toPopulation({ annee, nombre, nature, provenance }: PopulationTable): Population {
  return { annee, nombre, nature, provenance: toProvenance(provenance) };
}
