import type { Entity } from '@palier/runtime/entity';
import { ServicesCommunautairesResolver } from './services-communautaires.resolver.ts';

export const servicesCommunautaires: Entity = {
  resolvers: [ServicesCommunautairesResolver],
};
