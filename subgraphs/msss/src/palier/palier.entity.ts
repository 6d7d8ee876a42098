import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import {
  MandatResolver,
  ObligationResolver,
  PalierResolver,
  PalierRoots,
  palierReferences,
} from './palier.resolver.ts';
import { Mandat, Palier } from './palier.type.ts';

export const palier: Entity = {
  types: [Mandat, Palier],
  references: palierReferences,
  resolvers: [MandatResolver, ObligationResolver, PalierResolver, PalierRoots],
  versions: () => [
    defineVersions(Palier, { table: 'palier', fields: ['niveau', 'nom', 'role'] }),
    defineVersions(Mandat, { table: 'mandat', fields: ['enonce', ['palier', 'palier_code']] }),
    defineFollowed('Obligation', {
      table: 'obligation',
      key: ['code'],
      fields: ['paliers', 'autresActeurs', 'acteurInfere'],
    }),
  ],
};
