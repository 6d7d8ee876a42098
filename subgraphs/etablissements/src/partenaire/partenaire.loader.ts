import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { Partenaire } from './partenaire.type.ts';
import { PARTENAIRE_COLUMNS, type PartenaireTable } from '../../tables/partenaire.table.ts';

export const partenaires = defineListing({
  table: 'partenaire',
  columns: PARTENAIRE_COLUMNS,
  key: 'id',
  toNode: toPartenaire,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E9',
    'Aucun partenaire n’a été déclaré pour ce territoire ; l’établissement organise le maillage avec ceux du milieu (004, 3.2.3, E9b, L1857), qu’aucun document ne nomme ; en déduire qu’il les déclare est une inférence.',
  ),
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
