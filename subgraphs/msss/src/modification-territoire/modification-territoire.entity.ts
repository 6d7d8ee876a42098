import type { Entity } from '@palier/runtime/entity';
import { ModificationTerritoireResolver } from './modification-territoire.resolver.ts';

export const modificationTerritoire: Entity = {
  resolvers: [ModificationTerritoireResolver],
};
