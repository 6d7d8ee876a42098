import type { Entity } from '@palier/runtime/entity';
import { AbsenceResolver } from './absence.resolver.ts';

export const absence: Entity = {
  resolvers: [AbsenceResolver],
};
