import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { TerritoireClscResolver, territoireClscReference } from './territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc.type.ts';

export const territoireClsc: Entity = {
  types: [TerritoireClsc],
  references: [territoireClscReference],
  resolvers: [TerritoireClscResolver],
  versions: () => [
    defineFollowed('ResponsabiliteTerritoire', {
      table: 'responsabilite_territoire',
      key: ['territoire_code'],
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: [
        ['etablissement', 'etablissement_code'],
        ['reseauTerritorial', 'rts_code'],
      ],
    }),
  ],
};
