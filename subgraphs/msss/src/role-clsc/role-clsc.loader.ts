import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { RoleClscValue } from './role-clsc.type.ts';
import { ROLE_CLSC_COLUMNS, type RoleClscTable } from '../../tables/role-clsc.table.ts';

export const roleClscCatalogue = defineCatalogue(
  { table: 'role_clsc', columns: ROLE_CLSC_COLUMNS },
  toRoleClsc,
);

function toRoleClsc(row: RoleClscTable): RoleClscValue {
  return {
    code: row.code,
    nom: row.nom,
    nomSection: row.nom_section,
    sigle: row.sigle,
    provenance: toProvenance(row.provenance),
    provenanceSommaire: toProvenance(row.provenance_sommaire),
    definitCode: row.definit_code,
    incarneCode: row.incarne_code,
  };
}
