import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function findSuitesByConstats(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('suite_constat')
    .select(['constat_id', 'decision', 'reponse', 'donnee_le', 'provenance'])
    .where('constat_id', '=', anyOf(ids))
    .execute();
}
