import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import {
  RoleExercicesResolver,
  TerritoireExerciceRolesResolver,
  exerciceRoleReference,
} from './exercice-role.resolver.ts';
import { ExerciceRole } from './exercice-role.type.ts';

export const exerciceRole: Entity = {
  types: [ExerciceRole],
  references: [exerciceRoleReference],
  resolvers: [TerritoireExerciceRolesResolver, RoleExercicesResolver],
  versions: () => [
    defineVersions(ExerciceRole, {
      table: 'exercice_role',
      territoire: 'territoire_code',
      fields: ['description', 'version', 'declareLe'],
    }),
  ],
};
