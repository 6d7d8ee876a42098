import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { CelluleRetourneeTable, ExamenTable } from '../../tables/reddition.table.ts';

export function findExamensByRedditions(database: Kysely<Tables>, ids: readonly string[]) {
  return database.selectFrom('examen').selectAll().where('reddition_id', '=', anyOf(ids)).execute();
}

export function findCellulesByRedditions(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('cellule_retournee')
    .selectAll()
    .where('reddition_id', '=', anyOf(ids))
    .orderBy('mesure_id')
    .execute();
}

/** What was examined of each établissement, in the order it was. */
export function findExamensByEtablissements(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('examen')
    .selectAll()
    .where('etablissement_code', '=', anyOf(codes))
    .orderBy('examine_le')
    .orderBy('reddition_id')
    .execute();
}

export function listExamensOfCampagne(database: Kysely<Tables>, campagne: string) {
  return database
    .selectFrom('examen')
    .select(['reddition_id', 'etablissement_code', 'version', 'statut'])
    .where('campagne_code', '=', campagne)
    .execute();
}

export async function insertExamen(
  database: Kysely<Tables>,
  examen: ExamenTable,
  cellules: readonly CelluleRetourneeTable[],
): Promise<void> {
  await database.insertInto('examen').values(examen).execute();
  if (cellules.length > 0)
    await database
      .insertInto('cellule_retournee')
      .values([...cellules])
      .execute();
}
