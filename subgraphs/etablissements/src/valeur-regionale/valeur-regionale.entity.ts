import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ExigenceValeursRegionalesResolver, valeurRegionaleReference } from './valeur-regionale.resolver.ts';
import { ValeurRegionale } from './valeur-regionale.type.ts';

export const valeurRegionale: Entity = {
  types: [ValeurRegionale],
  references: [valeurRegionaleReference],
  resolvers: [ExigenceValeursRegionalesResolver],
  versions: () => [
    defineVersions(ValeurRegionale, {
      table: 'valeur_regionale',
      territoire: 'territoire_code',
      fields: ['valeur', 'unite', 'texte', 'version', 'enVigueurDepuis'],
    }),
  ],
};
