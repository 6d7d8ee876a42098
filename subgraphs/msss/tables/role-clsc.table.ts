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
