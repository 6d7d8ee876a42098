import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { ArrimageValue } from './arrimage.type.ts';
import { ARRIMAGE_COLUMNS, type ArrimageTable } from '../../tables/arrimage.table.ts';

export const CODE_ARRIMAGE: CodeFormat = {
  pattern: /^ARR-[A-Z0-9]+$/,
  description: 'ARR et un sigle, par exemple ARR-CIETOC',
};

export const arrimageCatalogue = defineCatalogue(
  { table: 'arrimage', columns: ARRIMAGE_COLUMNS },
  toArrimage,
);
export const arrimagesByRole = arrimageCatalogue.groupedBy('role_code');

function toArrimage(row: ArrimageTable): ArrimageValue {
  return {
    code: row.code,
    avec: row.avec,
    mode: row.mode,
    provenance: toProvenance(row.provenance),
    roleCode: row.role_code,
    palierCode: row.palier_code,
    referenceCode: row.reference_code,
    critereCode: row.critere_code,
    seuilCode: row.seuil_code,
    codesMandats: row.mandats,
  };
}
