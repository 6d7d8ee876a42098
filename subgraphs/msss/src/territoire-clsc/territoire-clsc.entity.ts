import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { Population, type PopulationValue } from './population.type.ts';
import { TerritoireClscResolver, territoireClscReference } from './territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc.type.ts';

export const territoireClsc: Entity = {
  types: [TerritoireClsc],
  references: [territoireClscReference],
  resolvers: [TerritoireClscResolver],
  versions: () => [
    defineVersions(TerritoireClsc, {
      table: 'territoire_clsc',
      territoire: 'code',
      fields: [
        'nom',
        ['nom2017', 'nom_2017'],
        ['reseauLocal', 'rls_code'],
        ['reseauTerritorial', 'rts_code'],
        ['region', 'rss_code'],
        ['ruisss', 'ruisss_code'],
        'superficieKm2',
        ['nombreInstallations', 'nb_installations'],
        'valideDepuis',
        'valideJusqua',
      ],
    }),
    defineVersions(Population, {
      table: 'population',
      key: {
        territoire_code: ({ territoireCode }: PopulationValue) => territoireCode,
        annee: ({ annee }: PopulationValue) => annee,
      },
      elsewhere: {
        table: 'population_importee',
        isThere: ({ importee }) => importee !== null,
        key: { id: ({ importee }) => importee ?? '' },
      },
      territoire: 'territoire_code',
      fields: ['nombre', 'nature'],
    }),
  ],
};
