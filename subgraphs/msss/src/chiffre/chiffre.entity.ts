import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ChiffreResolver, chiffreReference } from './chiffre.resolver.ts';
import { Chiffre } from './chiffre.type.ts';

export const chiffre: Entity = {
  types: [Chiffre],
  references: [chiffreReference],
  resolvers: [ChiffreResolver],
  versions: () => [
    defineVersions(Chiffre, {
      table: 'chiffre',
      fields: ['libelle', 'valeur', 'unite', 'comparateur', 'declencheur', 'echeance', 'note'],
    }),
  ],
};
