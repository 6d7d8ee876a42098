import type { SectionDocumentTable } from '../../tables/section-document.table.ts';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';

export const sectionsDocuments: Catalogue<SectionDocumentTable> = {
  table: 'section_document',
  columns: [
    'code',
    'document_code',
    'parent_code',
    'rang',
    'titre',
    'premiere_ligne',
    'derniere_ligne',
    'provenance',
  ],
};
