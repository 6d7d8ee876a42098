import type { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ExerciceRoleTable {
  id: string;
  territoire_code: string;
  role_code: CodeRoleClsc;
  description: string;
  preuves: string[];
  version: number;
  declare_le: string;
  provenance: ProvenanceRow;
}

export const EXERCICE_ROLE_COLUMNS = [
  'id',
  'territoire_code',
  'role_code',
  'description',
  'preuves',
  'version',
  'declare_le',
  'provenance',
] as const satisfies readonly (keyof ExerciceRoleTable)[];
