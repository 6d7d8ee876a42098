import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { EnonceResolver, enonceReference } from './enonce.resolver.ts';
import { Enonce } from './enonce.type.ts';
import {
  ConsultationEnoncesResolver,
  OrientationEnoncesResolver,
  ServiceEnoncesResolver,
} from './enonces-of.resolver.ts';

export const enonce: Entity = {
  types: [Enonce],
  references: [enonceReference],
  resolvers: [
    EnonceResolver,
    OrientationEnoncesResolver,
    ConsultationEnoncesResolver,
    ServiceEnoncesResolver,
  ],
  versions: () => [
    defineVersions(Enonce, {
      table: 'enonce',
      fields: [
        'nature',
        'statut',
        'groupe',
        'theme',
        ['orientation', 'orientation_code'],
        'enonce',
        'porteur',
        'voix',
        'competence',
        'loi',
        'article',
      ],
    }),
  ],
};
