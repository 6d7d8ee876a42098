import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { MoyenResolver } from './moyen.resolver.ts';

export const moyen: Entity = {
  resolvers: [MoyenResolver],
  versions: () => [
    defineFollowed('Outil', { table: 'outil', key: ['code'], fields: ['nom'] }),
    defineFollowed('LevierNational', { table: 'levier_national', key: ['code'], fields: ['nom'] }),
  ],
};
