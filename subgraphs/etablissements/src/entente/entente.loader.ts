import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { DimensionEntente } from './entente-enums.ts';
import { REPARTITION } from './entente.repartition.ts';
import type { EntenteValue } from './entente.type.ts';
import { warnOfEntente } from './warn-of-entente.ts';
import { ENTENTE_COLUMNS, type EntenteTable } from '../../tables/entente.table.ts';

export const ententes = defineListing({
  table: 'entente',
  columns: ENTENTE_COLUMNS,
  key: 'id',
  dimensions: {
    TYPE: 'type',
    ETAT: 'etat',
    ETABLISSEMENT: 'etablissement_code',
  } satisfies Record<DimensionEntente, string>,
  counted: REPARTITION,
  toNode: toEntente,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E9',
    'Aucune entente n’a été déclarée. Le document 003 en distingue deux sortes (L333-335) ; son Annexe II veut qu’elles existent, ses fiches qu’elles suivent les besoins (C-O1, C-O2, écart D-35) ; le maillage avec les partenaires revient à l’établissement (004, 3.2.3, E9b, L1857). Le lien entre les deux textes est une inférence.',
  ),
});

function toEntente(row: EntenteTable): EntenteValue {
  return {
    id: row.id,
    type: row.type,
    etablissement: { code: row.etablissement_code },
    partenaireIds: row.partenaire_ids,
    territoires: row.territoire_codes.map((code) => ({ code })),
    services: row.service_codes.map((code) => ({ code })),
    etat: row.etat,
    aJour: row.a_jour,
    volumes: row.volumes,
    financement: row.financement,
    conclueLe: row.conclue_le,
    miseAJourLe: row.mise_a_jour_le,
    echeanceLe: row.echeance_le,
    avertissements: warnOfEntente(row),
    provenance: toProvenance(row.provenance),
  };
}
