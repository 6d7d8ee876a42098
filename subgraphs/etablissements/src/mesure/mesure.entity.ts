import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/memory/versions';
import { MesureResolver, TerritoireMesuresResolver, mesureReference } from './mesure.resolver.ts';
import { Mesure } from './mesure.type.ts';

export const mesure: Entity = {
  types: [Mesure],
  references: [mesureReference],
  resolvers: [MesureResolver, TerritoireMesuresResolver],
  versions: () => [
    defineVersions(Mesure, {
      table: 'mesure',
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: ['valeur', 'numerateur', 'denominateur', 'unite', 'statut', 'version', 'saisieLe'],
    }),
    defineFollowed('ExigenceMesuree', {
      table: 'exigence_mesuree',
      key: ['code'],
      fields: ['unite', 'volets', 'frequence'],
    }),
  ],
};
