import { tablesOf } from '@palier/runtime/tables-of';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Every exigence that an indicateur puts to work, with that indicateur. */
export function listCoveredExigences(database: Kysely<unknown>) {
  return tablesOf<Tables>(database, 'sante_quebec')
    .selectFrom('indicateur_exigence')
    .select(['indicateur_code as indicateur', 'exigence_code as exigence'])
    .orderBy('indicateur_code')
    .orderBy('exigence_code')
    .execute();
}
