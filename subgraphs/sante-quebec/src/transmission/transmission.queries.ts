import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { TransmissionTable } from '../../tables/transmission.table.ts';

export async function insertTransmission(database: Kysely<Tables>, row: TransmissionTable): Promise<void> {
  await database.insertInto('transmission').values(row).execute();
}

export function findTransmissionsByCampagnes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('transmission')
    .selectAll()
    .where('campagne_code', '=', anyOf(codes))
    .orderBy('acte')
    .execute();
}
