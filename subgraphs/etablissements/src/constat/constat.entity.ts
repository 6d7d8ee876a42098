import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ConstatResolver, TerritoireConstatsResolver, constatReference } from './constat.resolver.ts';
import { Constat } from './constat.type.ts';

export const constat: Entity = {
  types: [Constat],
  references: [constatReference],
  resolvers: [ConstatResolver, TerritoireConstatsResolver],
  versions: () => [
    defineVersions(Constat, {
      table: 'constat',
      territoire: 'territoire_code',
      fields: ['etat', 'besoin', 'recommandation', 'observeLe', 'transmisLe'],
    }),
  ],
};
