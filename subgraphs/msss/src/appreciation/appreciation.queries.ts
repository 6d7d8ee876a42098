import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { AppreciationTable } from '../../tables/appreciation.table.ts';

/** All the versions of some campagnes, the last first. */
export function findAppreciations(database: Kysely<Tables>, campagnes: readonly string[]) {
  return database
    .selectFrom('appreciation')
    .selectAll()
    .where('campagne_code', '=', anyOf(campagnes))
    .orderBy('campagne_code')
    .orderBy('version', 'desc')
    .execute();
}

/** The version appreciated last; 0 when there is none. */
export async function findCurrentVersion(database: Kysely<Tables>, campagne: string): Promise<number> {
  const { version } = await database
    .selectFrom('appreciation')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('campagne_code', '=', campagne)
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

export async function insertAppreciation(database: Kysely<Tables>, row: AppreciationTable): Promise<void> {
  await database.insertInto('appreciation').values(row).execute();
}
