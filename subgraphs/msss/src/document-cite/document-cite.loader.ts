import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { DOCUMENT_CITE_COLUMNS, type DocumentCiteTable } from '../../tables/document-cite.table.ts';

export const CODE_DOCUMENT_CITE: CodeFormat = {
  pattern: /^DC[A-Z0-9]*(-[A-Z0-9]+)*$/,
  description: 'DC et ce qui suit, par exemple DC4',
};

export const documentCiteCatalogue = defineCatalogue(
  { table: 'document_cite', columns: DOCUMENT_CITE_COLUMNS },
  (row: DocumentCiteTable) => ({
    ...row,
    provenance: toProvenance(row.provenance),
  }),
);
