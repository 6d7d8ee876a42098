import type { Entity } from '@palier/runtime/entity';
import { Exigence } from './exigence.type.ts';
import { Document, Ecart, Element, Mandat, Palier, Ruisss, Standard } from './ministry.type.ts';

export const autresPaliers: Entity = {
  types: [Document, Ecart, Element, Exigence, Mandat, Palier, Ruisss, Standard],
};
