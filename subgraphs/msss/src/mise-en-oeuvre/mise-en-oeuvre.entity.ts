import type { Entity } from '@palier/runtime/entity';
import { SuiviMiseEnOeuvreResolver } from './mise-en-oeuvre.resolver.ts';

export const miseEnOeuvre: Entity = {
  resolvers: [SuiviMiseEnOeuvreResolver],
};
