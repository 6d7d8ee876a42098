import type { Entity } from '@palier/runtime/entity';
import { RattachementResolver } from './rattachement.resolver.ts';

export const rattachement: Entity = {
  resolvers: [RattachementResolver],
};
