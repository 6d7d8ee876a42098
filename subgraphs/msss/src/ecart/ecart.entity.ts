import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { DocumentEcartsResolver, EcartResolver, ecartReference } from './ecart.resolver.ts';
import { Ecart } from './ecart.type.ts';

export const ecart: Entity = {
  types: [Ecart],
  references: [ecartReference],
  resolvers: [EcartResolver, DocumentEcartsResolver],
  versions: () => [
    defineVersions(Ecart, {
      table: 'ecart',
      fields: ['serie', 'titre', 'detail', 'gravite', 'graviteInferee'],
    }),
  ],
};
