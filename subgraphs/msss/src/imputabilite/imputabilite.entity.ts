import type { Entity } from '@palier/runtime/entity';
import {
  FixeParResolver,
  TerritoireImputabiliteResolver,
  imputabiliteReference,
} from './imputabilite.resolver.ts';
import { Imputabilite } from './imputabilite.type.ts';

export const imputabilite: Entity = {
  types: [Imputabilite],
  references: [imputabiliteReference],
  resolvers: [TerritoireImputabiliteResolver, FixeParResolver],
};
