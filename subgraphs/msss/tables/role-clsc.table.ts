import type { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface RoleClscTable {
  code: CodeRoleClsc;
  rang: number;
  sigle: string;
  nom: string;
  nom_section: string;
  definit_code: string;
  incarne_code: string;
  provenance: ProvenanceRow;
  provenance_sommaire: ProvenanceRow;
}

export const ROLE_CLSC_COLUMNS = [
  'code',
  'rang',
  'sigle',
  'nom',
  'nom_section',
  'definit_code',
  'incarne_code',
  'provenance',
  'provenance_sommaire',
] as const satisfies readonly (keyof RoleClscTable)[];
