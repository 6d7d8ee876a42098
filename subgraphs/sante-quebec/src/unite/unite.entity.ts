import type { Entity } from '@palier/runtime/entity';
import {
  RegionBilanResolver,
  ReseauLocalBilanResolver,
  ReseauTerritorialBilanResolver,
  uniteReferences,
} from './unite.resolver.ts';
import { Region, ReseauLocal } from './unite.type.ts';

export const unite: Entity = {
  types: [Region, ReseauLocal],
  references: uniteReferences,
  resolvers: [ReseauLocalBilanResolver, ReseauTerritorialBilanResolver, RegionBilanResolver],
};
