import { toPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing, type ListingOrder } from '../listing/listing.ts';
import type { Reading } from '../tables.ts';
import {
  type EcartsAsked,
  LIGNE_REDDITION_COLUMNS,
  findCellulesPortees,
  findContradictions,
  findLignesByMesures,
  findNextVersions,
  findSaidBy,
  findVersionsOf,
  listEcarts,
  listWithheldLignes,
  REDDITION_COLUMNS,
} from './reddition.queries.ts';
import type { DimensionReddition, TriRedditions } from './reddition-enums.ts';
import type { LigneRedditionValue, Reddition } from './reddition.type.ts';
import { REPARTITION } from './reddition.repartition.ts';
import type { LigneRedditionTable, RedditionTable } from '../../tables/reddition.table.ts';

/** How the list of redditions is read. */
export const REDDITIONS = {
  table: 'reddition',
  columns: REDDITION_COLUMNS,
  key: 'id',
  orders: {
    IDENTIFIANT: { column: 'id', by: 'BYTES', valueOf: ({ id }) => id },
    SOUMISE_LE: {
      column: 'soumise_le',
      by: 'INSTANT',
      valueOf: ({ soumiseLe }) => (soumiseLe === null ? null : Date.parse(soumiseLe)),
    },
    VERSION: { column: 'version', by: 'NUMBER', valueOf: ({ version }) => version },
    ETABLISSEMENT: {
      column: 'etablissement_code',
      by: 'BYTES',
      valueOf: ({ etablissement }) => etablissement.code,
    },
  } satisfies Record<TriRedditions, ListingOrder<Reddition>>,
  dimensions: {
    ETAT: 'etat',
    CAMPAGNE: 'campagne',
    ETABLISSEMENT: 'etablissement_code',
  } satisfies Record<DimensionReddition, string>,
} as const;

export const redditions = defineListing({
  ...REDDITIONS,
  toNode: toReddition,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E11',
    'Aucune reddition de comptes pour cette sélection : l’établissement participe aux redditions, que Santé Québec coordonne (004, 3.2.3, L1864-1866). Aucun document n’en donne le contenu ; qu’il en soumette une par campagne est une inférence.',
  ),
  owing: 'ETABLISSEMENT',
  counted: REPARTITION,
});

export const LIGNES_ABSENTES = deducedOfEtablissement(
  'E11',
  'Cette reddition n’a encore aucune ligne : l’établissement la remplit avec ses mesures, ce que Palier déduit de ce qu’il participe à la reddition de comptes (004, 3.2.3, L1864-1866) : c’est une inférence.',
);

export const lignesReddition = defineListing({
  table: 'ligne_reddition',
  columns: LIGNE_REDDITION_COLUMNS,
  key: 'id',
  toNode: toLigne,
  keyOf: ({ id }) => id,
  absence: LIGNES_ABSENTES,
});

/** The last version submitted after each; null when none was. */
export const nextByReddition = defineLoader<string, Reddition | null>(async ({ database }: Reading, ids) => {
  const rows = await findNextVersions(database, ids);
  return inKeyOrder(ids, rows, ({ former }) => former).map((row) => row && toReddition(row));
});

/** What each version submitted says of each measure, the first one first. */
export const lignesByMesure = defineLoader<string, LigneRedditionValue[]>(
  async ({ database }: Reading, ids) =>
    groupedByKey(ids, await findLignesByMesures(database, ids), (row) => row.mesure_id).map((group) =>
      group.map(toLigne),
    ),
);

/** By which act each line was published, whatever the versions that carry it; null for one that is in none that was submitted. */
export const saidByOfLigne = defineLoader<string, number | null>(async ({ database }: Reading, ids) =>
  inKeyOrder(ids, await findSaidBy(database, ids), ({ id }) => id).map((row) => row?.par ?? null),
);

/** The lines whose figure is withheld now, whatever the instant that is read. */
export const readWithheldLignes = defineReading(({ history }: Reading) => listWithheldLignes(history));

/** Of each line, what is published instead of what it says, in a French sentence; null when it is what it says. */
export const contradictionByLigne = defineLoader<string, string | null>(
  async ({ database }: Reading, ids) => {
    const rows = await findContradictions(database, ids);
    return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && sayContradiction(row));
  },
);

interface Contradiction {
  readonly version: string;
  readonly campagne: string;
  readonly autre: boolean;
}

const sayContradiction = ({ version, campagne, autre }: Contradiction): string =>
  `Ce qui est publié de cette mesure est ce qu’en dit la version ${version}, de la campagne ${campagne}, et non cette ligne. Saisissez de nouveau la mesure (saisirMesures) là où elle est à corriger, et soumettez${autre ? ' ; si ce territoire n’est plus le vôtre, ôtez-la plutôt du brouillon (saisirMesures, retraits)' : ''}.`;

/** What each version carries, as « période:exigence/volet ». */
export const cellulesByReddition = defineLoader<string, string[]>(async ({ database }: Reading, ids) => {
  const rows = await findCellulesPortees(database, ids);
  return groupedByKey(ids, rows, (row) => row.reddition_id).map((group) =>
    group.map(({ periode, exigence_code, volet }) => `${periode}:${exigence_code}/${volet ?? ''}`),
  );
});

/** The versions of an établissement in a campagne, in their order, each with its state. */
export const readVersionsOf = defineReading(
  ({ database }: Reading, of: { readonly etablissement: string; readonly campagne: string }) =>
    findVersionsOf(database, of),
);

/** What changed between a version and another of the same établissement. */
export const readEcarts = defineReading(async ({ database }: Reading, asked: EcartsAsked) =>
  (await listEcarts(database, asked)).map((row) => ({
    mesureId: row.mesure_id,
    nature: row.nature,
    valeurAvant: row.valeur_avant,
    statutAvant: row.statut_avant,
    numerateurAvant: row.numerateur_avant,
    denominateurAvant: row.denominateur_avant,
    valeurApres: row.valeur_apres,
    statutApres: row.statut_apres,
    numerateurApres: row.numerateur_apres,
    denominateurApres: row.denominateur_apres,
  })),
);

function toReddition(row: RedditionTable): Reddition {
  return {
    id: row.id,
    etablissement: { code: row.etablissement_code },
    campagne: row.campagne,
    version: row.version,
    etat: row.etat,
    saisieLe: toInstant(row.saisie_le),
    soumiseLe: row.soumise_le === null ? null : toInstant(row.soumise_le),
    revision: row.revision,
    retireeLe: row.retiree_le === null ? null : toInstant(row.retiree_le),
    provenance: toProvenance(row.provenance),
  };
}

function toLigne(row: LigneRedditionTable): LigneRedditionValue {
  return {
    id: row.id,
    redditionId: row.reddition_id,
    mesureId: row.mesure_id,
    versionMesure: row.mesure_version,
    territoire: { code: row.territoire_code },
    exigence: { code: row.exigence_code },
    volet: row.volet,
    periode: toPeriode(row.periode),
    statut: row.statut,
    valeur: row.valeur,
    unite: row.unite,
    numerateur: row.numerateur,
    denominateur: row.denominateur,
    reponse: row.reponse,
    justification: row.justification,
    provenance: toProvenance(row.provenance),
  };
}
