import type { ProvenanceRow } from '@palier/runtime/provenance';

/** `rendue_le` is text, as Postgres writes it. */
export interface AnalyseDemandeTable {
  demande_id: string;
  effet_domino: string[];
  conclusion: string;
  rendue_le: string;
  provenance: ProvenanceRow;
}
