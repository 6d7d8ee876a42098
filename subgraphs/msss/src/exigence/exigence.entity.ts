import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import { ExigenceResolver, exigenceReference } from './exigence.resolver.ts';
import { Exigence } from './exigence.type.ts';
import { Seuil } from './seuil.type.ts';

const SEUIL_FIELDS = [
  'valeur',
  'comparateur',
  'unite',
  'part',
  'declencheur',
  'precision',
  'condition',
  'echeance',
  'texte',
  'volet',
];

export const exigence: Entity = {
  types: [Exigence],
  references: [exigenceReference],
  resolvers: [ExigenceResolver],
  versions: () => [
    defineVersions(Exigence, {
      table: 'exigence',
      fields: ['statut', 'statutLitteral', 'texte', 'concordance', 'note'],
    }),
    defineVersions(Exigence, {
      table: 'seuil',
      key: { exigence_code: ({ code }: Exigence) => code },
      of: { type: Seuil, field: 'versionsSeuils' },
      fields: SEUIL_FIELDS.map((field) => [field, `contenu.${field}`] as const),
    }),
    defineFollowed('Assertion', {
      table: 'assertion',
      key: ['exigence_code', 'rang'],
      fields: ['source', 'nature', 'statut', 'litteral', 'texte', 'seuil', 'volet', 'dit'],
    }),
  ],
};
