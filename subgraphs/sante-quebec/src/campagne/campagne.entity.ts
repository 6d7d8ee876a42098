import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ouvrirCampagne } from './campagne.actes.ts';
import { CampagneResolver, campagneReference } from './campagne.resolver.ts';
import { Campagne } from './campagne.type.ts';

export const campagne: Entity = {
  types: [Campagne],
  references: [campagneReference],
  resolvers: [CampagneResolver],
  actes: [ouvrirCampagne],
  versions: () => [
    defineVersions(Campagne, {
      table: 'campagne',
      fields: [
        'nom',
        'exercice',
        ['canevas', 'canevas_code'],
        'ouverteLe',
        'fermeeLe',
        'periodes',
        'echeanceRecommandee',
        'echeance',
        'cloture',
      ],
    }),
  ],
};
