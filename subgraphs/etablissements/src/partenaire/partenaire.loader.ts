import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { Partenaire } from './partenaire.type.ts';
import { PARTENAIRE_COLUMNS, type PartenaireTable } from '../../tables/partenaire.table.ts';

export const partenaires = defineListing({
  table: 'partenaire',
  columns: PARTENAIRE_COLUMNS,
  key: 'id',
  toNode: toPartenaire,
  keyOf: ({ id }) => id,
  absence: ABSENCES.partenaires,
});

function toPartenaire(row: PartenaireTable): Partenaire {
  return {
    id: row.id,
    type: row.type,
    designation: row.designation,
    territoire: { code: row.territoire_code },
    provenance: toProvenance(row.provenance),
  };
}
