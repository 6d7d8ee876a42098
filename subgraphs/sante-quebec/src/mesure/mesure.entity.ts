import type { Entity } from '@palier/runtime/entity';
import { MesureResolver, mesureReference } from './mesure.resolver.ts';
import { Mesure } from './mesure.type.ts';

export const mesure: Entity = {
  types: [Mesure],
  references: [mesureReference],
  resolvers: [MesureResolver],
};
