import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { ValeurRegionale } from './valeur-regionale.type.ts';
import { VALEUR_REGIONALE_COLUMNS, type ValeurRegionaleTable } from '../../tables/valeur-regionale.table.ts';

export const valeursRegionales = defineListing({
  table: 'valeur_regionale',
  columns: VALEUR_REGIONALE_COLUMNS,
  key: 'id',
  toNode: toValeurRegionale,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E7',
    'Aucune valeur régionale n’a été déclarée pour cette exigence. Là où 003 renvoie aux réalités régionales, aucune valeur nationale n’existe ; que l’établissement déclare la sienne en adaptant son offre (004, 3.2.3, L1846-1847) est une inférence.',
  ),
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
