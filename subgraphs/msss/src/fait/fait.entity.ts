import type { Entity } from '@palier/runtime/entity';
import { ElementRenvoisResolver, FaitResolver, SectionFaitsResolver } from './fait.resolver.ts';

export const fait: Entity = {
  resolvers: [ElementRenvoisResolver, FaitResolver, SectionFaitsResolver],
};
