import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { VersionRetenueTable } from '../../tables/version-retenue.table.ts';

export async function closeCampagne(
  database: Kysely<Tables>,
  campagne: string,
  fermeeLe: string,
  retenues: readonly VersionRetenueTable[],
): Promise<void> {
  await database.updateTable('campagne').set({ fermee_le: fermeeLe }).where('code', '=', campagne).execute();
  if (retenues.length > 0)
    await database
      .insertInto('version_retenue')
      .values([...retenues])
      .execute();
}

/** What each closing retained, with the number of the later version that was sent back, if any. */
export function findRetenuesByCampagnes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('version_retenue')
    .select(['campagne_code', 'etablissement_code', 'reddition_id', 'raison'])
    .select(({ selectFrom }) =>
      selectFrom('examen')
        .select('examen.version')
        .whereRef('examen.campagne_code', '=', 'version_retenue.campagne_code')
        .whereRef('examen.etablissement_code', '=', 'version_retenue.etablissement_code')
        .where('examen.statut', '=', 'RETOURNEE')
        // « 2026-2027:11045119:V2 »
        .where(
          'examen.version',
          '>',
          sql<number>`coalesce(substring(version_retenue.reddition_id from '[0-9]+$')::int, 0)`,
        )
        .orderBy('examen.version', 'desc')
        .limit(1)
        .as('retournee'),
    )
    .where('campagne_code', '=', anyOf(codes))
    .orderBy('etablissement_code')
    .execute();
}
