import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface PrincipeTable {
  code: string;
  rang: number;
  nom: string;
  enonce: string;
  reference_code: string | null;
  provenance: ProvenanceRow;
}
