import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { up as territoires } from '../migrations/001-territoires.ts';
import { up as gouvernanceTables } from '../migrations/002-gouvernance.ts';
import { up as standards } from '../migrations/003-standards.ts';
import { up as recherche } from '../migrations/004-recherche.ts';
import { up as arrimageMandats } from '../migrations/005-arrimage-mandats.ts';
import { up as appreciations } from '../migrations/006-appreciations.ts';
import { up as enonces } from '../migrations/007-enonces.ts';
import { up as rechercheRacines } from '../migrations/008-recherche-racines.ts';
import { up as principeEnonce } from '../migrations/009-principe-enonce.ts';
import { up as validiteDesTerritoires } from '../migrations/010-validite-des-territoires.ts';
import { up as textes } from '../migrations/011-textes.ts';
import { AbsenceResolver } from './absence/absence.resolver.ts';
import { apprecierBilan } from './appreciation/appreciation.actes.ts';
import {
  AppreciationResolver,
  CampagneAppreciationResolver,
  campagneReference,
} from './appreciation/appreciation.resolver.ts';
import { Campagne } from './appreciation/appreciation.type.ts';
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
import { EnonceResolver, enonceReference } from './enonce/enonce.resolver.ts';
import { Enonce } from './enonce/enonce.type.ts';
import {
  ConsultationEnoncesResolver,
  OrientationEnoncesResolver,
  ServiceEnoncesResolver,
} from './enonce/enonces-of.resolver.ts';
import { ExigenceResolver, exigenceReference } from './exigence/exigence.resolver.ts';
import { Exigence } from './exigence/exigence.type.ts';
import { FaitResolver, SectionFaitsResolver } from './fait/fait.resolver.ts';
import { gouvernance } from './gouvernance.ts';
import {
  FixeParResolver,
  TerritoireImputabiliteResolver,
  imputabiliteReference,
} from './imputabilite/imputabilite.resolver.ts';
import { Imputabilite } from './imputabilite/imputabilite.type.ts';
import {
  RechercheAilleursResolver,
  RechercheConnectionResolver,
  RechercheResolver,
} from './recherche/recherche.resolver.ts';
import {
  DocumentSectionsResolver,
  SectionDocumentResolver,
  sectionReference,
} from './section-document/section-document.resolver.ts';
import { SectionDocument } from './section-document/section-document.type.ts';
import { ServiceSocialResolver, serviceSocialReference } from './service-social/service-social.resolver.ts';
import { ServiceSocial } from './service-social/service-social.type.ts';
import { StandardResolver, standardReference } from './standard/standard.resolver.ts';
import { Standard } from './standard/standard.type.ts';
import {
  TerritoireClscResolver,
  territoireClscReference,
} from './territoire-clsc/territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc/territoire-clsc.type.ts';
import { versions } from './versions.ts';

/** The strategic level: the ministry says what must be. */
export const msss = defineSubgraph({
  name: 'msss',
  niveau: 'MSSS',
  migrations: {
    '001-territoires': { up: territoires },
    '002-gouvernance': { up: gouvernanceTables },
    '003-standards': { up: standards },
    '004-recherche': { up: recherche },
    '005-arrimage-mandats': { up: arrimageMandats },
    '006-appreciations': { up: appreciations },
    '007-enonces': { up: enonces },
    '008-recherche-racines': { up: rechercheRacines },
    '009-principe-enonce': { up: principeEnonce },
    '010-validite-des-territoires': { up: validiteDesTerritoires },
    '011-textes': { up: textes },
  },
  actes: [apprecierBilan],
  copies: ['texte_importe', 'ligne_texte'],
  versions,
  load,
  entities: [
    Document,
    Campagne,
    ReseauLocal,
    ReseauTerritorial,
    Region,
    Ruisss,
    TerritoireClsc,
    ServiceSocial,
    Standard,
    Exigence,
    Ecart,
    Enonce,
    SectionDocument,
    Imputabilite,
    ...gouvernance.entities,
  ],
  references: [
    documentReference,
    campagneReference,
    ...decoupageReferences,
    territoireClscReference,
    serviceSocialReference,
    standardReference,
    exigenceReference,
    ecartReference,
    enonceReference,
    sectionReference,
    imputabiliteReference,
    ...gouvernance.references,
  ],
  resolvers: [
    AbsenceResolver,
    AppreciationResolver,
    CampagneAppreciationResolver,
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
    DocumentSectionsResolver,
    EnonceResolver,
    OrientationEnoncesResolver,
    ConsultationEnoncesResolver,
    ServiceEnoncesResolver,
    FaitResolver,
    SectionDocumentResolver,
    SectionFaitsResolver,
    TerritoireImputabiliteResolver,
    FixeParResolver,
    RechercheResolver,
    RechercheConnectionResolver,
    RechercheAilleursResolver,
    ...gouvernance.resolvers,
  ],
});
