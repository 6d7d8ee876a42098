import type { Entity } from '@palier/runtime/entity';
import { ImputabiliteResolver } from './imputabilite.resolver.ts';
import { Imputabilite, imputabiliteReference } from './imputabilite.type.ts';

export const imputabilite: Entity = {
  types: [Imputabilite],
  references: [imputabiliteReference],
  resolvers: [ImputabiliteResolver],
};
