import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { OrientationResolver, orientationReference } from './orientation.resolver.ts';
import { OrientationMinisterielle } from './orientation.type.ts';

export const orientation: Entity = {
  types: [OrientationMinisterielle],
  references: [orientationReference],
  resolvers: [OrientationResolver],
  versions: () => [
    defineVersions(OrientationMinisterielle, {
      table: 'orientation',
      fields: ['titre', 'titreSommaire', 'objet'],
    }),
  ],
};
