import type { ProvenanceRow } from '@palier/runtime/provenance';

/** Instants are text, as Postgres writes them. */
export interface TransmissionTable {
  acte: number;
  campagne_code: string;
  version: string;
  transmise_le: string;
  provenance: ProvenanceRow;
}
