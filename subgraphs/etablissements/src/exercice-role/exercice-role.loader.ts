import type { AbsenceValue } from '@palier/runtime/absence';
import { toInstant } from '@palier/runtime/instant';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { ExerciceRole } from './exercice-role.type.ts';
import { EXERCICE_ROLE_COLUMNS, type ExerciceRoleTable } from '../../tables/exercice-role.table.ts';

export const exerciceRoles = defineListing({
  table: 'exercice_role',
  columns: EXERCICE_ROLE_COLUMNS,
  key: 'id',
  toNode: toExerciceRole,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E12',
    'L’établissement n’a pas encore déclaré comment les quatre rôles du CLSC s’exercent dans ce territoire ; il les incarne au quotidien (004, 3.2.3, L1868-1869), et en déduire qu’il le déclare est une inférence.',
  ),
});

/** What is missing of one role, everywhere. */
export const ROLE_NON_DECLARE = deducedOfEtablissement(
  'E12',
  'Aucun établissement n’a encore déclaré comment ce rôle s’exerce dans un de ses territoires ; il l’incarne au quotidien (004, 3.2.3, L1868-1869), et en déduire qu’il le déclare est une inférence.',
);

/** What is missing of one role where others are declared: each is owed by itself. */
export const sayRoleAbsent = (role: string): AbsenceValue =>
  deducedOfEtablissement(
    'E12',
    `Rien n’est déclaré du rôle ${role} dans ce territoire ; l’établissement incarne au quotidien les quatre rôles du CLSC (004, 3.2.3, L1868-1869), et en déduire qu’il le déclare est une inférence.`,
  );

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
