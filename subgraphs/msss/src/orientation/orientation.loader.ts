import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { OrientationMinisterielle } from './orientation.type.ts';
import { ORIENTATION_COLUMNS, type OrientationTable } from '../../tables/orientation.table.ts';

export const CODE_ORIENTATION: CodeFormat = {
  pattern: /^O\d$/,
  description: 'O et un chiffre, par exemple O1',
};

export const orientationCatalogue = defineCatalogue(
  { table: 'orientation', columns: ORIENTATION_COLUMNS },
  toOrientation,
);

function toOrientation(row: OrientationTable): OrientationMinisterielle {
  return {
    code: row.code,
    titre: row.titre,
    titreSommaire: row.titre_sommaire,
    objet: row.objet,
    provenance: toProvenance(row.provenance),
    provenanceSommaire: toProvenance(row.provenance_sommaire),
  };
}
