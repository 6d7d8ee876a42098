import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { Constat } from './constat.type.ts';
import { CONSTAT_COLUMNS, type ConstatTable } from '../../tables/constat.table.ts';

export const constats = defineListing({
  table: 'constat',
  columns: CONSTAT_COLUMNS,
  key: 'id',
  toNode: toConstat,
  keyOf: ({ id }) => id,
  absence: ABSENCES.constats,
});

function toConstat(row: ConstatTable): Constat {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    etat: row.etat,
    besoin: row.besoin,
    recommandation: row.recommandation,
    observeLe: row.observe_le,
    transmisLe: row.transmis_le === null ? null : toInstant(row.transmis_le),
    provenance: toProvenance(row.provenance),
  };
}
