import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import { publierCanevas } from './canevas.actes.ts';
import { CanevasResolver, canevasReference } from './canevas.resolver.ts';
import { Canevas } from './canevas.type.ts';

export const canevas: Entity = {
  types: [Canevas],
  references: [canevasReference],
  resolvers: [CanevasResolver],
  actes: [publierCanevas],
  versions: () => [
    defineVersions(Canevas, { table: 'canevas', fields: ['version', 'exercice', 'nature'] }),
    defineFollowed('CelluleCanevas', {
      table: 'canevas_exigence',
      key: ['canevas_code', 'exigence_code'],
      fields: [
        ['canevas', 'canevas_code'],
        ['exigence', 'exigence_code'],
      ],
    }),
    defineFollowed('IndicateurCanevas', {
      table: 'canevas_indicateur',
      key: ['canevas_code', 'indicateur_code'],
      fields: [
        ['canevas', 'canevas_code'],
        ['indicateur', 'indicateur_code'],
      ],
    }),
  ],
};
