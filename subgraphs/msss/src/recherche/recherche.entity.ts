import type { Entity } from '@palier/runtime/entity';
import {
  RechercheAilleursResolver,
  RechercheConnectionResolver,
  RechercheResolver,
} from './recherche.resolver.ts';

export const recherche: Entity = {
  resolvers: [RechercheResolver, RechercheConnectionResolver, RechercheAilleursResolver],
};
