import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import { type PrincipeTable, principes } from './principe.queries.ts';
import type { PrincipeValue } from './principe.type.ts';

export const CODE_PRINCIPE: CodeFormat = { pattern: /^P\d$/, description: 'P et un chiffre, par exemple P1' };

export const principeCatalogue = defineCatalogue(principes, toPrincipe);

function toPrincipe({ code, nom, reference_code, provenance }: PrincipeTable): PrincipeValue {
  return { code, nom, provenance: toProvenance(provenance), referenceCode: reference_code };
}
