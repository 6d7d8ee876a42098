import type { Entity } from '@palier/runtime/entity';
import { ConditionsDeSuccesResolver } from './conditions-de-succes.resolver.ts';

export const conditionsDeSucces: Entity = {
  resolvers: [ConditionsDeSuccesResolver],
};
