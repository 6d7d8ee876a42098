import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';

export interface DocumentCiteTable {
  code: string;
  rang: number;
  reference: string;
  provenance: ProvenanceRow;
}

export const documentsCites: Catalogue<DocumentCiteTable> = {
  table: 'document_cite',
  columns: ['code', 'rang', 'reference', 'provenance'],
};
