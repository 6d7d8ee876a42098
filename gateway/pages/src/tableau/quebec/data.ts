import type { NodeOf } from '../../operations/operation.ts';
import type { TableauRedditionsQuery, TableauRolesQuery } from '../../operations/operations.ts';

export type RoleLu = NonNullable<TableauRolesQuery['rolesClsc']>[number];

export type EtablissementRendant = NonNullable<TableauRedditionsQuery['etablissements']>[number];

export type RedditionDeCampagne = NodeOf<EtablissementRendant['redditions']>;
