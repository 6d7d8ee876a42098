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

/** A line whose figure is withheld now, as its établissement names it: « 2026-2027:11045119:V2:2026-2027-P01:01111:A-P5:AAOR ». */
export interface LigneRetenueTable {
  id: string;
}
