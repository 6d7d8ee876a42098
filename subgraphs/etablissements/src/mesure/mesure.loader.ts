import { toPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import {
  type MesureTable,
  type TerritoireMesuresAsked,
  countMesures,
  countMesuresByTerritoires,
  findMesuresByIds,
  findMesuresByTerritoires,
  listMesures,
} from './mesure.queries.ts';
import type { Mesure } from './mesure.type.ts';

export const mesureLoader = defineLoader<string, Mesure | null>(async ({ database }: Reading, ids) =>
  inKeyOrder(ids, (await findMesuresByIds(database, ids)).map(toMesure), ({ id }) => id),
);

/** The page of each territory asked for, all in one statement. */
export const mesuresByTerritoire = defineLoader<TerritoireMesuresAsked, Mesure[]>(
  async ({ database }: Reading, asked) => {
    const pages: Mesure[][] = asked.map(() => []);
    for (const row of await findMesuresByTerritoires(database, asked))
      pages[row.rank - 1]?.push(toMesure(row));
    return pages;
  },
);

export const mesuresCountByTerritoire = defineLoader<TerritoireMesuresAsked, number>(
  ({ database }: Reading, asked) => countMesuresByTerritoires(database, asked),
);

interface MesuresAsked {
  readonly choice: Parameters<typeof listMesures>[1];
  readonly bounds: Parameters<typeof listMesures>[2];
}

export const readMesures = defineReading(async ({ database }: Reading, { choice, bounds }: MesuresAsked) =>
  (await listMesures(database, choice, bounds)).map(toMesure),
);

export const readMesuresCount = defineReading(({ database }: Reading, choice: MesuresAsked['choice']) =>
  countMesures(database, choice),
);

function toMesure(row: MesureTable): Mesure {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    exigence: { code: row.exigence_code },
    campagne: row.campagne,
    periode: toPeriode(row.periode),
    valeur: row.valeur,
    unite: row.unite,
    volet: row.volet,
    statut: row.statut,
    version: row.version,
    saisieLe: toInstant(row.saisie_le),
    provenance: toProvenance(row.provenance),
  };
}
