import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { publierRegle, retirerRegle } from './regle.actes.ts';
import {
  CanevasReglesResolver,
  ExigenceReglesResolver,
  RegleResolver,
  regleReference,
} from './regle.resolver.ts';
import { RegleValidation } from './regle.type.ts';

export const regle: Entity = {
  types: [RegleValidation],
  references: [regleReference],
  resolvers: [CanevasReglesResolver, ExigenceReglesResolver, RegleResolver],
  actes: [publierRegle, retirerRegle],
  versions: () => [
    defineFollowed('RegleValidation', {
      table: 'regle_publiee',
      key: ['code', 'version'],
      fields: [
        'nom',
        'severite',
        'expression',
        'message',
        'remede',
        'unites',
        'exigences',
        'enVigueurDe',
        'enVigueurA',
      ],
    }),
    defineFollowed('RetraitRegle', {
      table: 'regle_retiree',
      key: ['code', 'version'],
      fields: [['retireeLe', 'retiree_le'], 'motif'],
    }),
  ],
};
