import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { transmettreBilan } from './transmission.actes.ts';
import { CampagneTransmissionsResolver } from './transmission.resolver.ts';

export const transmission: Entity = {
  resolvers: [CampagneTransmissionsResolver],
  actes: [transmettreBilan],
  versions: () => [
    defineFollowed('Transmission', {
      table: 'transmission',
      key: ['acte'],
      fields: [['campagne', 'campagne_code'], 'version', 'transmiseLe'],
    }),
  ],
};
