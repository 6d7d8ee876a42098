import type { Entity } from '@palier/runtime/entity';
import {
  EtablissementObligationsResolver,
  ObligationRedditionResolver,
  TerritoireObligationsResolver,
} from './obligation.resolver.ts';

export const obligation: Entity = {
  resolvers: [EtablissementObligationsResolver, TerritoireObligationsResolver, ObligationRedditionResolver],
};
