import type { ProvenanceRow } from '@palier/runtime/provenance';

/** `donnee_le` is text, as Postgres writes it. */
export interface SuiteConstatTable {
  constat_id: string;
  decision: 'PRIS_EN_COMPTE' | 'RETOURNE' | 'SANS_SUITE_MOTIVEE';
  reponse: string;
  donnee_le: string;
  provenance: ProvenanceRow;
}
