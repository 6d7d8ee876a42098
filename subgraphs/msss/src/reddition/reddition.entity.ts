import type { Entity } from '@palier/runtime/entity';
import { ChaineRedditionResolver, MaillonRedditionResolver } from './reddition.resolver.ts';

export const reddition: Entity = {
  resolvers: [ChaineRedditionResolver, MaillonRedditionResolver],
};
