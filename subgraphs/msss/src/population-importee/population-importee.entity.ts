import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { importPopulations } from './population-importee.import.ts';
import { TerritoirePopulationsResolver } from './population-importee.resolver.ts';
import { PopulationDetaillee } from './population-importee.type.ts';

export const populationImportee: Entity = {
  resolvers: [TerritoirePopulationsResolver],
  actes: [importPopulations.definition],
  versions: () => [
    defineVersions(PopulationDetaillee, {
      table: 'population_importee',
      territoire: 'territoire_code',
      fields: ['nombre', 'nature', 'statut', ['parAge', 'ages']],
    }),
  ],
};
