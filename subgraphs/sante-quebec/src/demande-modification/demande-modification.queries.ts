import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function findAnalysesByDemandes(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('analyse_demande')
    .select(['demande_id', 'effet_domino', 'conclusion', 'rendue_le', 'provenance'])
    .where('demande_id', '=', anyOf(ids))
    .execute();
}
