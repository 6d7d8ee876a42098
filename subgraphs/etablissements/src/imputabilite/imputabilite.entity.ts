import type { Entity } from '@palier/runtime/entity';
import { ImputabiliteResolver, imputabiliteReference } from './imputabilite.resolver.ts';
import { Imputabilite } from './imputabilite.type.ts';

export const imputabilite: Entity = {
  types: [Imputabilite],
  references: [imputabiliteReference],
  resolvers: [ImputabiliteResolver],
};
