import type { Entity } from '@palier/runtime/entity';
import { ReseauTerritorialResolver, reseauTerritorialReference } from './reseau-territorial.resolver.ts';
import { ReseauTerritorial } from './reseau-territorial.type.ts';

export const reseauTerritorial: Entity = {
  types: [ReseauTerritorial],
  references: [reseauTerritorialReference],
  resolvers: [ReseauTerritorialResolver],
};
