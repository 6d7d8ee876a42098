import type { AbsenceValue } from '@palier/runtime/absence';
import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { OffreServiceValue } from './offre-service.type.ts';
import { OFFRE_SERVICE_COLUMNS, type OffreServiceTable } from '../../tables/offre-service.table.ts';

export const offres = defineListing({
  table: 'offre_service',
  columns: OFFRE_SERVICE_COLUMNS,
  key: 'id',
  toNode: toOffreService,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E4',
    'L’établissement n’a pas déclaré les services offerts dans ce territoire ; il y dispense l’offre de base (004, 3.2.3, L1838-1839), dont aucun document ne donne l’état réel ; en déduire qu’il le déclare est une inférence.',
  ),
});

/** What is missing of one service, everywhere. */
export const SERVICE_NON_DECLARE = deducedOfEtablissement(
  'E4',
  'Aucun établissement n’a encore déclaré s’il offre ce service dans un de ses territoires ; il dispense l’offre de base (004, 3.2.3, L1838-1839), et en déduire qu’il en déclare chaque service est une inférence.',
);

/** What is missing of one service where others are declared: each is owed by itself. */
export const sayServiceAbsent = (service: string): AbsenceValue =>
  deducedOfEtablissement(
    'E4',
    `Rien n’est déclaré du service ${service} dans ce territoire ; l’établissement y dispense l’offre de base (004, 3.2.3, L1838-1839), et en déduire qu’il en déclare chaque service est une inférence.`,
  );

function toOffreService(row: OffreServiceTable): OffreServiceValue {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    service: { code: row.service_code },
    etat: row.etat,
    modalites: row.modalites,
    ententeId: row.entente_id,
    declareeLe: toInstant(row.declaree_le),
    provenance: toProvenance(row.provenance),
  };
}
