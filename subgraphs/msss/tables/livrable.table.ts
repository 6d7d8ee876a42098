import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface LivrableTable {
  code: string;
  rang: number;
  titre: string;
  date: string;
  etat: string;
  provenance: ProvenanceRow;
}
