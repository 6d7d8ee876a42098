import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ExceptionCampagneTable } from '../../tables/exception-campagne.table.ts';

export async function insertException(database: Kysely<Tables>, row: ExceptionCampagneTable): Promise<void> {
  await database.insertInto('exception_campagne').values(row).execute();
}

export function findExceptionsByCampagnes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('exception_campagne')
    .innerJoin('campagne', 'campagne.code', 'exception_campagne.campagne_code')
    .selectAll('exception_campagne')
    .select('campagne.fermee_le')
    .where('campagne_code', '=', anyOf(codes))
    .orderBy('acte')
    .execute();
}
