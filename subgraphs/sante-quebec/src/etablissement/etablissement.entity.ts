import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { EtablissementResolver, etablissementReference } from './etablissement.resolver.ts';
import { Etablissement } from './etablissement.type.ts';

export const etablissement: Entity = {
  types: [Etablissement],
  references: [etablissementReference],
  resolvers: [EtablissementResolver],
  versions: () => [
    defineVersions(Etablissement, {
      table: 'etablissement',
      etablissement: 'code',
      fields: [
        'nom',
        'abrege',
        'categorie',
        'type',
        'santeQuebec',
        ['rattacheA', 'rattache_a'],
        'siege',
        ['siegeTerritoire', 'siege_territoire_code'],
        ['region', 'rss_code'],
      ],
    }),
  ],
};
