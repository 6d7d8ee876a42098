import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import {
  OffreServiceResolver,
  ServiceOffresResolver,
  TerritoireOffreResolver,
  offreServiceReference,
} from './offre-service.resolver.ts';
import { OffreService } from './offre-service.type.ts';

export const offreService: Entity = {
  types: [OffreService],
  references: [offreServiceReference],
  resolvers: [OffreServiceResolver, TerritoireOffreResolver, ServiceOffresResolver],
  versions: () => [
    defineVersions(OffreService, {
      table: 'offre_service',
      territoire: 'territoire_code',
      fields: ['etat', 'modalites', ['entente', 'entente_id'], 'declareeLe'],
    }),
  ],
};
