import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { IndicateurRefuseResolver } from './indicateur-refuse.resolver.ts';

export const indicateurRefuse: Entity = {
  resolvers: [IndicateurRefuseResolver],
  versions: () => [
    defineFollowed('IndicateurRefuse', {
      table: 'indicateur_refuse',
      key: ['standard_code'],
      fields: ['raison', 'motif', 'exigences'],
    }),
  ],
};
