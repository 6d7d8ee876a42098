import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { PrincipeValue } from './principe.type.ts';
import { PRINCIPE_COLUMNS, type PrincipeTable } from '../../tables/principe.table.ts';

export const CODE_PRINCIPE: CodeFormat = { pattern: /^P\d$/, description: 'P et un chiffre, par exemple P1' };

export const principeCatalogue = defineCatalogue(
  { table: 'principe', columns: PRINCIPE_COLUMNS },
  toPrincipe,
);

function toPrincipe({ code, nom, enonce, reference_code, provenance }: PrincipeTable): PrincipeValue {
  return { code, nom, enonce, provenance: toProvenance(provenance), referenceCode: reference_code };
}
