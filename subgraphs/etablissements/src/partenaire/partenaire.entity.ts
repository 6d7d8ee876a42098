import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { TerritoirePartenairesResolver, partenaireReference } from './partenaire.resolver.ts';
import { Partenaire } from './partenaire.type.ts';

export const partenaire: Entity = {
  types: [Partenaire],
  references: [partenaireReference],
  resolvers: [TerritoirePartenairesResolver],
  versions: () => [
    defineVersions(Partenaire, {
      table: 'partenaire',
      territoire: 'territoire_code',
      fields: ['type', 'designation'],
    }),
  ],
};
