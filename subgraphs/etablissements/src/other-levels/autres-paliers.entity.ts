import type { Entity } from '@palier/runtime/entity';
import { defineExtension } from '@palier/runtime/reference';
import {
  Campagne,
  Etablissement,
  Exigence,
  Indicateur,
  RoleClsc,
  ServiceSocial,
  TerritoireClsc,
} from './extended.type.ts';
import {
  Document,
  Mandat,
  Palier,
  ReferenceLegale,
  Region,
  ReseauLocal,
  ReseauTerritorial,
  Ruisss,
} from './ministry.type.ts';

export const autresPaliers: Entity = {
  types: [
    Document,
    Mandat,
    Palier,
    ReferenceLegale,
    RoleClsc,
    ServiceSocial,
    Region,
    ReseauLocal,
    ReseauTerritorial,
    Ruisss,
    Campagne,
    Etablissement,
    Exigence,
    Indicateur,
    TerritoireClsc,
  ],
  references: ['TerritoireClsc', 'Etablissement', 'Exigence', 'RoleClsc', 'ServiceSocial'].map(
    defineExtension,
  ),
};
