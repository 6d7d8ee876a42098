import { exerciceOf, toPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineList, defineListUnder } from '@palier/runtime/list';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import type { Order } from '@palier/runtime/order';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import type { Reading } from '../tables.ts';
import {
  type TerritoireMesuresChoice,
  type TerritoireMesuresPage,
  countMesureGroups,
  countMesureGroupsByTerritoires,
  countMesures,
  countMesuresByTerritoires,
  findEmpreinte,
  findLastSuppression,
  findLastPeriode,
  findMesuresByIds,
  findMesuresByTerritoires,
  findSuppressed,
  holdsMesure,
  listEmpreintes,
  listMesures,
  listSuppressed,
  type MesuresChoice,
  type SuppressedRow,
} from './mesure.queries.ts';
import { REPARTITION } from './mesure.repartition.ts';
import type { TriMesures } from './mesure-enums.ts';
import type { Mesure, MesureSupprimee } from './mesure.type.ts';
import type { MesureTable } from '../../tables/mesure.table.ts';

export type { MesuresChoice };

export const MESURES_ABSENTES = deducedOfEtablissement(
  'E11',
  'Aucune mesure pour cette sélection. Aucun document n’en donne : chaque établissement saisit les siennes pour rendre compte (004, 3.2.3, L1864-1866). Que les standards de 003 soient ceux à mesurer est une inférence ; une cellule sans objet ne se mesure pas.',
);

export const mesureLoader = defineLoader<string, Mesure | null>(async ({ database }: Reading, ids) =>
  inKeyOrder(ids, (await findMesuresByIds(database, ids)).map(toMesure), ({ id }) => id),
);

/** Of each measure, whose it is when it is suppressed, whatever the instant that is read; null for any other. */
export const suppressionByMesure = defineLoader<string, SuppressedRow | null>(
  async ({ history }: Reading, ids) => inKeyOrder(ids, await findSuppressed(history, ids), ({ id }) => id),
);

/** A digest of what the measures chosen say. */
export const readEmpreinte = defineReading(({ database }: Reading, choice: MesuresChoice) =>
  findEmpreinte(database, choice),
);

export const readEmpreintes = defineReading(({ database }: Reading, exercice: string) =>
  listEmpreintes(database, exercice),
);

/** The figures of an exercice that are suppressed, whatever the instant that is read. */
export const readSuppressed = defineReading(
  async ({ history }: Reading, exercice: string): Promise<MesureSupprimee[]> =>
    (await listSuppressed(history, exercice)).map((row) => ({
      territoire: row.territoire_code,
      exigence: row.exigence_code,
      volet: row.volet,
      periode: row.periode,
    })),
);

/** When a figure that had been published was last suppressed, whatever the instant that is read; null when none is. */
export const readLastSuppression = defineReading(async ({ history }: Reading): Promise<string | null> => {
  const instant = await findLastSuppression(history);
  return instant === null ? null : toInstant(instant);
});

const lastTwoExercices = (periode: string): readonly string[] => {
  const year = Number(exerciceOf(periode).slice(0, 4));
  return [`${year}-${year + 1}`, `${year - 1}-${year}`];
};

/** The most recent exercice that has a measure, of a period that has begun; null when there are none. */
export const readLastExercice = defineReading(
  async ({ database, au }: Reading, begun: string): Promise<string | null> => {
    // At a past instant nothing orders the measures: the exercice that has begun and the one before are looked in first.
    if (au !== undefined)
      for (const exercice of lastTwoExercices(begun))
        if (await holdsMesure(database, exercice, begun)) return exercice;
    const last = await findLastPeriode(database, begun);
    return last === undefined ? null : toPeriode(last.periode).exercice;
  },
);

export const readMesures = defineList({
  name: 'mesures',
  find: async ({ database }: Reading, choice: MesuresChoice, bounds) =>
    (await listMesures(database, choice, bounds)).map(toMesure),
  count: ({ database }: Reading, choice) => countMesures(database, choice),
  keyOf: ({ id }) => id,
  orders: {
    PERIODE: { kind: 'TEXT', valueOf: ({ id }) => id },
    VALEUR: { kind: 'NUMBER', valueOf: ({ valeur }) => valeur },
    TERRITOIRE: { kind: 'TEXT', valueOf: ({ territoire }) => territoire.code },
    EXIGENCE: { kind: 'TEXT', valueOf: ({ exigence }) => exigence.code },
    SAISIE: { kind: 'NUMBER', valueOf: ({ saisieLe }) => Date.parse(saisieLe) },
  } satisfies Record<TriMesures, Order<Mesure>>,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, choice, asked) => countMesureGroups(database, choice, asked),
  },
});

/** The page of each territory asked for, batched. */
export const readMesuresOfTerritoire = defineListUnder({
  name: 'mesures.territoire',
  find: ({ database }: Reading, pages: readonly TerritoireMesuresPage[]) =>
    findMesuresByTerritoires(database, pages),
  count: ({ database }: Reading, choices: readonly TerritoireMesuresChoice[]) =>
    countMesuresByTerritoires(database, choices),
  toNode: toMesure,
  keyOf: ({ id }) => id,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, choices, par) => countMesureGroupsByTerritoires(database, choices, par),
  },
});

export function toMesure(row: MesureTable): Mesure {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    exigence: { code: row.exigence_code },
    campagne: row.campagne,
    campagnes: [row.campagne, ...row.aussi],
    periode: toPeriode(row.periode),
    valeur: row.valeur,
    numerateur: row.numerateur,
    denominateur: row.denominateur,
    unite: row.unite,
    volet: row.volet,
    statut: row.statut,
    version: row.version,
    saisieLe: toInstant(row.saisie_le),
    provenance: toProvenance(row.provenance),
    etablissementCode: row.etablissement_code,
  };
}
