import type { ProvenanceRow } from '@palier/runtime/provenance';

/** `examine_le` is text, as Postgres writes it. */
export interface ExamenTable {
  reddition_id: string;
  statut: 'RETOURNEE' | 'CONSOLIDEE' | 'TRANSMISE';
  motifs: string[];
  examine_le: string;
  provenance: ProvenanceRow;
  /** What was examined, as its établissement held it. */
  campagne_code: string | null;
  etablissement_code: string | null;
  version: number | null;
}

export interface CelluleRetourneeTable {
  reddition_id: string;
  mesure_id: string;
  motif: string;
  attendu: string;
}
