import type { ProvenanceRow } from '@palier/runtime/provenance';

/** A kind of tool, or a national lever: document 004 names it and says no more. */
export interface MoyenTable {
  code: string;
  rang: number;
  nom: string;
  manque: string;
  provenance: ProvenanceRow;
}
