import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { livrables } from './livrable.queries.ts';

export const CODE_LIVRABLE: CodeFormat = {
  pattern: /^LIV\d$/,
  description: 'LIV et un chiffre, par exemple LIV3',
};

export const livrableCatalogue = defineCatalogue(livrables, (row) => ({
  ...row,
  provenance: toProvenance(row.provenance),
}));
