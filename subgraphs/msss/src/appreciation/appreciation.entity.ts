import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { apprecierBilan } from './appreciation.actes.ts';
import {
  AppreciationResolver,
  CampagneAppreciationResolver,
  campagneReference,
} from './appreciation.resolver.ts';
import { Campagne } from './appreciation.type.ts';

export const appreciation: Entity = {
  types: [Campagne],
  references: [campagneReference],
  resolvers: [AppreciationResolver, CampagneAppreciationResolver],
  actes: [apprecierBilan],
  versions: () => [
    defineFollowed('Appreciation', {
      table: 'appreciation',
      key: ['acte'],
      fields: [
        ['campagne', 'campagne_code'],
        'version',
        'texte',
        ['date', 'jour'],
        'versionBilans',
        'apprecieeLe',
      ],
    }),
  ],
};
