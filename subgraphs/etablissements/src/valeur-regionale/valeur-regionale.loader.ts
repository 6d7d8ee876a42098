import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { ValeurRegionale } from './valeur-regionale.type.ts';
import { VALEUR_REGIONALE_COLUMNS, type ValeurRegionaleTable } from '../../tables/valeur-regionale.table.ts';

export const valeursRegionales = defineListing({
  table: 'valeur_regionale',
  columns: VALEUR_REGIONALE_COLUMNS,
  key: 'id',
  toNode: toValeurRegionale,
  keyOf: ({ id }) => id,
  absence: ABSENCES.valeursRegionales,
});

function toValeurRegionale(row: ValeurRegionaleTable): ValeurRegionale {
  return {
    id: row.id,
    exigence: { code: row.exigence_code },
    territoire: { code: row.territoire_code },
    valeur: row.valeur,
    unite: row.unite,
    texte: row.texte,
    version: row.version,
    enVigueurDepuis: row.en_vigueur_depuis,
    provenance: toProvenance(row.provenance),
  };
}
