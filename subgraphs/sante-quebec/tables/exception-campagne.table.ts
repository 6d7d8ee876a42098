import type { ProvenanceRow } from '@palier/runtime/provenance';

/** Instants are text, as Postgres writes them. */
export interface ExceptionCampagneTable {
  acte: number;
  campagne_code: string;
  etablissement_code: string;
  jusqu_au: string;
  motif: string;
  accordee_le: string;
  provenance: ProvenanceRow;
}
