import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import {
  ExigenceResolver,
  IndicateurResolver,
  exigenceReference,
  indicateurReference,
} from './indicateur.resolver.ts';
import { Indicateur } from './indicateur.type.ts';

export const indicateur: Entity = {
  types: [Indicateur],
  references: [exigenceReference, indicateurReference],
  resolvers: [ExigenceResolver, IndicateurResolver],
  versions: () => [
    defineVersions(Indicateur, {
      table: 'indicateur',
      fields: ['nom', 'unite', 'direction', 'regle', 'frequence', 'volets'],
    }),
    defineFollowed('IndicateurExigence', {
      table: 'indicateur_exigence',
      key: ['exigence_code', 'volet'],
      fields: [['indicateur', 'indicateur_code']],
    }),
  ],
};
