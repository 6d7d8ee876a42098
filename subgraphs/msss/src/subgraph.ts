import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { up as territoires } from '../migrations/001-territoires.ts';
import { up as gouvernanceTables } from '../migrations/002-gouvernance.ts';
import { up as standards } from '../migrations/003-standards.ts';
import { up as recherche } from '../migrations/004-recherche.ts';
import { load } from './birth.ts';
import {
  RegionResolver,
  ReseauLocalResolver,
  ReseauTerritorialResolver,
  RuisssResolver,
  decoupageReferences,
} from './decoupage/decoupage.resolver.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from './decoupage/decoupage.type.ts';
import { DocumentResolver, ProvenanceResolver, documentReference } from './document/document.resolver.ts';
import { Document } from './document/document.type.ts';
import { DocumentEcartsResolver, EcartResolver, ecartReference } from './ecart/ecart.resolver.ts';
import { Ecart } from './ecart/ecart.type.ts';
import { ExigenceResolver, exigenceReference } from './exigence/exigence.resolver.ts';
import { Exigence } from './exigence/exigence.type.ts';
import { gouvernance } from './gouvernance.ts';
import {
  FixeParResolver,
  TerritoireImputabiliteResolver,
  imputabiliteReference,
} from './imputabilite/imputabilite.resolver.ts';
import { Imputabilite } from './imputabilite/imputabilite.type.ts';
import { RechercheResolver } from './recherche/recherche.resolver.ts';
import { ServiceSocialResolver, serviceSocialReference } from './service-social/service-social.resolver.ts';
import { ServiceSocial } from './service-social/service-social.type.ts';
import { StandardResolver, standardReference } from './standard/standard.resolver.ts';
import { Standard } from './standard/standard.type.ts';
import {
  TerritoireClscResolver,
  territoireClscReference,
} from './territoire-clsc/territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc/territoire-clsc.type.ts';

/** The strategic level: the ministry says what must be. */
export const msss = defineSubgraph({
  name: 'msss',
  migrations: {
    '001-territoires': { up: territoires },
    '002-gouvernance': { up: gouvernanceTables },
    '003-standards': { up: standards },
    '004-recherche': { up: recherche },
  },
  load,
  entities: [
    Document,
    ReseauLocal,
    ReseauTerritorial,
    Region,
    Ruisss,
    TerritoireClsc,
    ServiceSocial,
    Standard,
    Exigence,
    Ecart,
    Imputabilite,
    ...gouvernance.entities,
  ],
  references: [
    documentReference,
    ...decoupageReferences,
    territoireClscReference,
    serviceSocialReference,
    standardReference,
    exigenceReference,
    ecartReference,
    imputabiliteReference,
    ...gouvernance.references,
  ],
  resolvers: [
    DocumentResolver,
    ProvenanceResolver,
    ReseauLocalResolver,
    ReseauTerritorialResolver,
    RegionResolver,
    RuisssResolver,
    TerritoireClscResolver,
    ServiceSocialResolver,
    StandardResolver,
    ExigenceResolver,
    EcartResolver,
    DocumentEcartsResolver,
    TerritoireImputabiliteResolver,
    FixeParResolver,
    RechercheResolver,
    ...gouvernance.resolvers,
  ],
});
