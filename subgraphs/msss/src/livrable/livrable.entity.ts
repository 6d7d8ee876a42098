import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { LivrableResolver, livrableReference } from './livrable.resolver.ts';
import { Livrable } from './livrable.type.ts';

export const livrable: Entity = {
  types: [Livrable],
  references: [livrableReference],
  resolvers: [LivrableResolver],
  versions: () => [defineVersions(Livrable, { table: 'livrable', fields: ['titre', 'date', 'etat'] })],
};
