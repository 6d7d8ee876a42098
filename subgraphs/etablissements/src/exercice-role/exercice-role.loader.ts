import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { ExerciceRole } from './exercice-role.type.ts';
import { EXERCICE_ROLE_COLUMNS, type ExerciceRoleTable } from '../../tables/exercice-role.table.ts';

export const exerciceRoles = defineListing({
  table: 'exercice_role',
  columns: EXERCICE_ROLE_COLUMNS,
  key: 'id',
  toNode: toExerciceRole,
  keyOf: ({ id }) => id,
  absence: ABSENCES.exerciceRoles,
});

function toExerciceRole(row: ExerciceRoleTable): ExerciceRole {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    role: { code: row.role_code },
    description: row.description,
    preuves: row.preuves,
    version: row.version,
    declareLe: toInstant(row.declare_le),
    provenance: toProvenance(row.provenance),
  };
}
