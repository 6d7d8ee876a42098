import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { LIVRABLE_COLUMNS, type LivrableTable } from '../../tables/livrable.table.ts';

export const CODE_LIVRABLE: CodeFormat = {
  pattern: /^LIV\d$/,
  description: 'LIV et un chiffre, par exemple LIV3',
};

export const livrableCatalogue = defineCatalogue(
  { table: 'livrable', columns: LIVRABLE_COLUMNS },
  (row: LivrableTable) => ({
    ...row,
    provenance: toProvenance(row.provenance),
  }),
);
