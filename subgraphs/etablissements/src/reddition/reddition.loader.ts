import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import {
  LIGNE_REDDITION_COLUMNS,
  type LigneRedditionTable,
  REDDITION_COLUMNS,
  type RedditionTable,
} from './reddition.queries.ts';
import type { LigneRedditionValue, Reddition } from './reddition.type.ts';

export const redditions = defineListing({
  table: 'reddition',
  columns: REDDITION_COLUMNS,
  key: 'id',
  toNode: toReddition,
  keyOf: ({ id }) => id,
  absence: ABSENCES.redditions,
});

export const lignesReddition = defineListing({
  table: 'ligne_reddition',
  columns: LIGNE_REDDITION_COLUMNS,
  key: 'id',
  toNode: toLigne,
  keyOf: ({ id }) => id,
  absence: ABSENCES.lignes,
});

function toReddition(row: RedditionTable): Reddition {
  return {
    id: row.id,
    etablissement: { code: row.etablissement_code },
    campagne: row.campagne,
    version: row.version,
    etat: row.etat,
    saisieLe: toInstant(row.saisie_le),
    soumiseLe: row.soumise_le === null ? null : toInstant(row.soumise_le),
    provenance: toProvenance(row.provenance),
  };
}

function toLigne(row: LigneRedditionTable): LigneRedditionValue {
  return {
    id: row.id,
    mesureId: row.mesure_id,
    versionMesure: row.mesure_version,
    valeur: row.valeur,
    provenance: toProvenance(row.provenance),
  };
}
