import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface FaitTable {
  document_code: string;
  premiere_ligne: number;
  derniere_ligne: number;
  /** The smallest section that holds the first line. */
  section_code: string;
  type: string;
  code: string;
  /** Null where it is that of the thing itself. */
  provenance: ProvenanceRow | null;
}
