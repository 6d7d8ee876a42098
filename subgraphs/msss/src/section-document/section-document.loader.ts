import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { SECTION_DOCUMENT_COLUMNS, type SectionDocumentTable } from '../../tables/section-document.table.ts';
import type { SectionDocumentValue } from './section-document.type.ts';

export const CODE_SECTION: CodeFormat = {
  pattern: /^\d{3}-[A-Za-z0-9.-]+$/,
  description: 'le code du document, un tiret et celui de la section, par exemple 004-2.2.7',
};

export const sectionCatalogue = defineCatalogue(
  { table: 'section_document', columns: SECTION_DOCUMENT_COLUMNS },
  toSection,
);
export const sectionsByParent = sectionCatalogue.groupedBy('parent_code');
export const sectionsByDocument = sectionCatalogue.groupedBy('document_code');

function toSection(row: SectionDocumentTable): SectionDocumentValue {
  return {
    code: row.code,
    titre: row.titre,
    rang: row.rang,
    lignes:
      row.premiere_ligne === row.derniere_ligne
        ? `L${row.premiere_ligne}`
        : `L${row.premiere_ligne}-${row.derniere_ligne}`,
    provenance: toProvenance(row.provenance),
    parentCode: row.parent_code,
    documentCode: row.document_code,
  };
}
