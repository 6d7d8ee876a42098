import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ReferenceLegaleResolver, referenceLegaleReference } from './reference-legale.resolver.ts';
import { ReferenceLegale } from './reference-legale.type.ts';

export const referenceLegale: Entity = {
  types: [ReferenceLegale],
  references: [referenceLegaleReference],
  resolvers: [ReferenceLegaleResolver],
  versions: () => [
    defineVersions(ReferenceLegale, {
      table: 'reference_legale',
      fields: ['loi', 'article', 'fonde', 'concerne', 'note'],
    }),
  ],
};
