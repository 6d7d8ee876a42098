import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface CanevasTable {
  code: string;
  version: number;
  exercice: string;
  nature: 'OFFICIEL' | 'DEMONSTRATION';
  provenance: ProvenanceRow;
}

export interface CanevasIndicateurTable {
  canevas_code: string;
  indicateur_code: string;
}

export interface CanevasExigenceTable {
  canevas_code: string;
  exigence_code: string;
}
