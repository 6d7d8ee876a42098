import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { ListeElements } from './element-liste.ts';

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

export const elements: Catalogue<ElementTable> = {
  table: 'element',
  columns: [
    'code',
    'rang',
    'liste',
    'parent_code',
    'groupe',
    'enonce',
    'note',
    'precisions',
    'non_dit',
    'reference_code',
    'provenance',
  ],
};
