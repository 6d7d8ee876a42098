import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { EntenteResolver, TerritoireEntentesResolver, ententeReference } from './entente.resolver.ts';
import { Entente } from './entente.type.ts';

export const entente: Entity = {
  types: [Entente],
  references: [ententeReference],
  resolvers: [EntenteResolver, TerritoireEntentesResolver],
  versions: () => [
    defineVersions(Entente, {
      table: 'entente',
      territoire: 'territoire_codes',
      etablissement: 'etablissement_code',
      fields: [
        'type',
        'etat',
        'aJour',
        'volumes',
        'financement',
        'conclueLe',
        ['miseAJourLe', 'mise_a_jour_le'],
        'echeanceLe',
      ],
    }),
  ],
};
