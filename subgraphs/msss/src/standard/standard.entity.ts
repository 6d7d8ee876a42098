import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { StandardResolver, standardReference } from './standard.resolver.ts';
import { Standard } from './standard.type.ts';

export const standard: Entity = {
  types: [Standard],
  references: [standardReference],
  resolvers: [StandardResolver],
  versions: () => [
    defineVersions(Standard, {
      table: 'standard',
      fields: ['attribut', 'sousGroupe', 'enonce', 'type', ['sourceStandard', 'source']],
    }),
  ],
};
