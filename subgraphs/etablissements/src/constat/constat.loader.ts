import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { DimensionConstat } from './constat-enums.ts';
import { REPARTITION } from './constat.repartition.ts';
import type { Constat } from './constat.type.ts';
import { CONSTAT_COLUMNS, type ConstatTable } from '../../tables/constat.table.ts';

export const constats = defineListing({
  table: 'constat',
  columns: CONSTAT_COLUMNS,
  key: 'id',
  dimensions: { ETAT: 'etat', TERRITOIRE: 'territoire_code' } satisfies Record<DimensionConstat, string>,
  counted: REPARTITION,
  toNode: toConstat,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E12',
    'Aucun constat territorial n’a été déclaré. Le texte veut que le CLSC ait de quoi en produire et qu’ils remontent (004, 2.4.3, L1554-1571) ; le rapprochement avec le mandat E12, qui incarne les rôles du CLSC (L1868-1869), est une inférence.',
  ),
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
