import type { Entity } from '@palier/runtime/entity';
import { DemarcheConsultationResolver } from './consultation.resolver.ts';

export const consultation: Entity = {
  resolvers: [DemarcheConsultationResolver],
};
