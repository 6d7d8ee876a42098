import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface DocumentCiteTable {
  code: string;
  rang: number;
  reference: string;
  provenance: ProvenanceRow;
}
