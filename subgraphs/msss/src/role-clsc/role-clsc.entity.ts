import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { RoleClscResolver, roleClscReference } from './role-clsc.resolver.ts';
import { RoleClsc } from './role-clsc.type.ts';

export const roleClsc: Entity = {
  types: [RoleClsc],
  references: [roleClscReference],
  resolvers: [RoleClscResolver],
  versions: () => [defineVersions(RoleClsc, { table: 'role_clsc', fields: ['nom', 'nomSection', 'sigle'] })],
};
