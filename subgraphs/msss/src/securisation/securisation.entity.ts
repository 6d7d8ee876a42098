import type { Entity } from '@palier/runtime/entity';
import { SecurisationCulturelleResolver } from './securisation.resolver.ts';

export const securisation: Entity = {
  resolvers: [SecurisationCulturelleResolver],
};
