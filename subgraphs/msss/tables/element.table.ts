import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { ListeElements } from '../src/element/element-liste.ts';

export interface ElementTable {
  code: string;
  rang: number;
  liste: ListeElements;
  parent_code: string | null;
  groupe: string | null;
  enonce: string;
  note: string | null;
  precisions: readonly string[];
  non_dit: boolean;
  reference_code: string | null;
  provenance: ProvenanceRow;
}
