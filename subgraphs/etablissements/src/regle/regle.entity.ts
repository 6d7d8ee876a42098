import type { Entity } from '@palier/runtime/entity';
import {
  ConstatValidationResolver,
  RedditionJugementResolver,
  constatValidationReference,
} from './constat-validation.resolver.ts';
import { ConstatValidation, RegleValidation } from './constat-validation.type.ts';
import { MesuresToucheesResolver } from './mesures-touchees.resolver.ts';

export const regle: Entity = {
  types: [ConstatValidation, RegleValidation],
  references: [constatValidationReference],
  resolvers: [ConstatValidationResolver, RedditionJugementResolver, MesuresToucheesResolver],
};
