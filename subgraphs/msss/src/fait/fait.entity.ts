import type { Entity } from '@palier/runtime/entity';
import { FaitResolver, SectionFaitsResolver } from './fait.resolver.ts';

export const fait: Entity = {
  resolvers: [FaitResolver, SectionFaitsResolver],
};
