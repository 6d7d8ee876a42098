import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** `rendue_le` is text, as Postgres writes it. */
export interface AnalyseDemandeTable {
  demande_id: string;
  effet_domino: string[];
  conclusion: string;
  rendue_le: string;
  provenance: ProvenanceRow;
}

export function findAnalysesByDemandes(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('analyse_demande')
    .select(['demande_id', 'effet_domino', 'conclusion', 'rendue_le', 'provenance'])
    .where('demande_id', '=', anyOf(ids))
    .execute();
}
