import type { Entity } from '@palier/runtime/entity';
import { LigneRedditionResolver, ligneRedditionReference } from './ligne-reddition.resolver.ts';
import { LigneReddition } from './ligne-reddition.type.ts';

export const ligneReddition: Entity = {
  types: [LigneReddition],
  references: [ligneRedditionReference],
  resolvers: [LigneRedditionResolver],
};
