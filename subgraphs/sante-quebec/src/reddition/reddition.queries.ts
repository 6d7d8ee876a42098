import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** `examine_le` is text, as Postgres writes it. */
export interface ExamenTable {
  reddition_id: string;
  statut: 'RETOURNEE' | 'CONSOLIDEE' | 'TRANSMISE';
  motifs: string[];
  examine_le: string;
  provenance: ProvenanceRow;
}

export function findExamensByRedditions(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('examen')
    .select(['reddition_id', 'statut', 'motifs', 'examine_le', 'provenance'])
    .where('reddition_id', '=', anyOf(ids))
    .execute();
}
