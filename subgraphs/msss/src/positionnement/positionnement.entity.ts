import type { Entity } from '@palier/runtime/entity';
import { PositionnementResolver } from './positionnement.resolver.ts';

export const positionnement: Entity = {
  resolvers: [PositionnementResolver],
};
