import type { ProvenanceRow } from '@palier/runtime/provenance';

/** Instants and days are text, as Postgres writes them. */
export interface AppreciationTable {
  acte: number;
  campagne_code: string;
  /** From 1 in a campagne. */
  version: number;
  texte: string;
  jour: string;
  version_bilans: string;
  transmise_le: string;
  appreciee_le: string;
  provenance: ProvenanceRow;
}
