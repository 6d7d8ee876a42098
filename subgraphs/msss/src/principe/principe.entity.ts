import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { PrincipeResolver, principeReference } from './principe.resolver.ts';
import { Principe } from './principe.type.ts';

export const principe: Entity = {
  types: [Principe],
  references: [principeReference],
  resolvers: [PrincipeResolver],
  versions: () => [defineVersions(Principe, { table: 'principe', fields: ['nom', 'enonce'] })],
};
