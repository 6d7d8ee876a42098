import type { Entity } from '@palier/runtime/entity';
import { defineExtension } from '@palier/runtime/reference';
import { Campagne, Etablissement, Exigence, TerritoireClsc } from './extended.type.ts';
import { Document, Mandat, Palier, ReferenceLegale, RoleClsc, ServiceSocial } from './ministry.type.ts';

export const autresPaliers: Entity = {
  types: [
    Document,
    Mandat,
    Palier,
    ReferenceLegale,
    RoleClsc,
    ServiceSocial,
    Campagne,
    Etablissement,
    Exigence,
    TerritoireClsc,
  ],
  references: ['TerritoireClsc', 'Etablissement', 'Exigence'].map(defineExtension),
};
