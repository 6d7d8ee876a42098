import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { documentsCites } from './document-cite.queries.ts';

export const CODE_DOCUMENT_CITE: CodeFormat = {
  pattern: /^DC[A-Z0-9]*(-[A-Z0-9]+)*$/,
  description: 'DC et ce qui suit, par exemple DC4',
};

export const documentCiteCatalogue = defineCatalogue(documentsCites, (row) => ({
  ...row,
  provenance: toProvenance(row.provenance),
}));
