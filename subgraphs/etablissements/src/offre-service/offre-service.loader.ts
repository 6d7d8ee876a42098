import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { OffreServiceValue } from './offre-service.type.ts';
import { OFFRE_SERVICE_COLUMNS, type OffreServiceTable } from '../../tables/offre-service.table.ts';

export const offres = defineListing({
  table: 'offre_service',
  columns: OFFRE_SERVICE_COLUMNS,
  key: 'id',
  toNode: toOffreService,
  keyOf: ({ id }) => id,
  absence: ABSENCES.offre,
});

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
