import type { Entity } from '@palier/runtime/entity';
import { NiveauPreventionResolver } from './prevention.resolver.ts';

export const prevention: Entity = {
  resolvers: [NiveauPreventionResolver],
};
