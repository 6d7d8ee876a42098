import type { Entity } from '@palier/runtime/entity';
import { TermeLexiqueResolver } from './lexique.resolver.ts';

export const lexique: Entity = {
  resolvers: [TermeLexiqueResolver],
};
