import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** `donnee_le` is text, as Postgres writes it. */
export interface SuiteConstatTable {
  constat_id: string;
  decision: 'PRIS_EN_COMPTE' | 'RETOURNE' | 'SANS_SUITE_MOTIVEE';
  reponse: string;
  donnee_le: string;
  provenance: ProvenanceRow;
}

export function findSuitesByConstats(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('suite_constat')
    .select(['constat_id', 'decision', 'reponse', 'donnee_le', 'provenance'])
    .where('constat_id', '=', anyOf(ids))
    .execute();
}
