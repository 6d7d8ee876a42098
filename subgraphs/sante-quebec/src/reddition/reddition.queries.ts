import { anyOf } from '@palier/runtime/database';
import type { WithholdingState } from '@palier/runtime/history/versions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Reading, Tables } from '../tables.ts';
import type { CelluleRetourneeTable, ExamenTable } from '../../tables/reddition.table.ts';

/** What stands for a text that is withheld. */
export const TEXTE_RETENU =
  'Texte retenu : le chiffre dont il parle l’est, pour protéger les personnes. Seuls son établissement et Santé Québec le lisent.';

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

/** The lines sent back of each version whose figure is withheld now, whatever the instant that is read. */
export async function findWithheldCellules(
  { database, level }: Pick<Reading['history'], 'database' | 'level'>,
  redditions: readonly string[],
): Promise<Pick<CelluleRetourneeTable, 'reddition_id' | 'mesure_id'>[]> {
  const { rows } = await sql<Pick<CelluleRetourneeTable, 'reddition_id' | 'mesure_id'>>`
    select reddition_id, mesure_id from (${withheldCellules(level)}) as cellule
    where reddition_id = ${anyOf(redditions)}`.execute(database);
  return rows;
}

const withheldCellules = (level: string): RawBuilder<unknown> => sql`
  select cellule.reddition_id, cellule.mesure_id from ${sql.table(`${level}.cellule_retournee`)} as cellule
  join ${sql.table(`${level}.ligne_retenue`)} as ligne on ligne.id = cellule.reddition_id || ':' || cellule.mesure_id`;

/** The lines whose figure is withheld become those; nothing is written where they are. */
export async function replaceWithheldLignes(
  database: Kysely<Tables>,
  lignes: readonly string[],
): Promise<void> {
  const known = new Set(
    (await database.selectFrom('ligne_retenue').select('id').execute()).map(({ id }) => id),
  );
  const given = new Set(lignes);
  const [gone, come] = [[...known].filter((id) => !given.has(id)), [...given].filter((id) => !known.has(id))];
  if (gone.length > 0) await database.deleteFrom('ligne_retenue').where('id', '=', anyOf(gone)).execute();
  if (come.length > 0)
    await database
      .insertInto('ligne_retenue')
      .columns(['id'])
      .expression(sql`select unnest(${come}::text[])`)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Differences of an examination, and of what it sent back, as who asks reads them. */
export const withholdExamenState: WithholdingState = ({ history: { level }, reads, etat }) =>
  sql`case when ${isOther(reads)} and reddition_id in (select reddition_id from (${withheldCellules(level)}) as withheld)
    then ${etat} || jsonb_build_object('motifs', jsonb_build_array(${TEXTE_RETENU}::text)) else ${etat} end`;
export const withholdCelluleState: WithholdingState = ({ history: { level }, reads, etat }) =>
  sql`case when ${isOther(reads)} and (reddition_id, mesure_id) in (${withheldCellules(level)})
    then ${etat} || jsonb_build_object('motif', ${TEXTE_RETENU}::text, 'attendu', ${TEXTE_RETENU}::text) else ${etat} end`;

/** Twin of `etablissementOf`. */
const isOther = (reads: Parameters<WithholdingState>[0]['reads']): RawBuilder<boolean> =>
  reads === null ? sql`true` : sql`split_part(reddition_id, ':', -2) <> ${reads.of}`;

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
