import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { DocumentCiteTable } from '../../tables/document-cite.table.ts';

export const documentsCites: Catalogue<DocumentCiteTable> = {
  table: 'document_cite',
  columns: ['code', 'rang', 'reference', 'provenance'],
};
