import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { RoleClscTable } from '../../tables/role-clsc.table.ts';

export const rolesClsc: Catalogue<RoleClscTable> = {
  table: 'role_clsc',
  columns: [
    'code',
    'rang',
    'sigle',
    'nom',
    'nom_section',
    'definit_code',
    'incarne_code',
    'provenance',
    'provenance_sommaire',
  ],
};
