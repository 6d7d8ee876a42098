import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { up as etablissements } from '../migrations/001-etablissements.ts';
import { up as indicateurs } from '../migrations/002-indicateurs.ts';
import { up as campagnes } from '../migrations/003-campagnes.ts';
import { up as suites } from '../migrations/004-suites.ts';
import { up as actesCanevas } from '../migrations/005-actes-canevas.ts';
import { up as actesCampagne } from '../migrations/006-actes-campagne.ts';
import { up as releves } from '../migrations/007-releves.ts';
import { up as regles } from '../migrations/008-regles.ts';
import { BilanIndicateurResolver, BilanResolver } from './bilan/bilan.resolver.ts';
import { load } from './birth.ts';
import { CampagneResolver, campagneReference } from './campagne/campagne.resolver.ts';
import { Campagne } from './campagne/campagne.type.ts';
import {
  accorderException,
  fermerCampagne,
  ouvrirCampagne,
  transmettreBilan,
} from './campagne/campagne.actes.ts';
import { publierCanevas } from './canevas/canevas.actes.ts';
import { publierRegle, retirerRegle } from './regle/regle.actes.ts';
import {
  CanevasReglesResolver,
  ExigenceReglesResolver,
  regleReference,
  RegleResolver,
} from './regle/regle.resolver.ts';
import { RegleValidation } from './regle/regle.type.ts';
import { consoliderReddition, retournerReddition } from './reddition/reddition.actes.ts';
import { CanevasResolver, canevasReference } from './canevas/canevas.resolver.ts';
import { Canevas } from './canevas/canevas.type.ts';
import { ConstatResolver, constatReference } from './constat/constat.resolver.ts';
import { Constat } from './constat/constat.type.ts';
import {
  DemandeModificationResolver,
  demandeModificationReference,
} from './demande-modification/demande-modification.resolver.ts';
import { DemandeModification } from './demande-modification/demande-modification.type.ts';
import { EtablissementResolver, etablissementReference } from './etablissement/etablissement.resolver.ts';
import { Etablissement } from './etablissement/etablissement.type.ts';
import { ImputabiliteResolver, imputabiliteReference } from './imputabilite/imputabilite.resolver.ts';
import { Imputabilite } from './imputabilite/imputabilite.type.ts';
import { IndicateurRefuseResolver } from './indicateur-refuse/indicateur-refuse.resolver.ts';
import {
  ExigenceResolver,
  IndicateurResolver,
  exigenceReference,
  indicateurReference,
} from './indicateur/indicateur.resolver.ts';
import { Indicateur } from './indicateur/indicateur.type.ts';
import { MesureResolver, mesureReference } from './mesure/mesure.resolver.ts';
import { Mesure } from './mesure/mesure.type.ts';
import { MoyenResolver } from './moyen/moyen.resolver.ts';
import { Exigence } from './other-levels/exigence.type.ts';
import { Document, Ecart, Element, Mandat, Palier, Standard } from './other-levels/ministry.type.ts';
import { ExamenResolver, RedditionResolver, redditionReference } from './reddition/reddition.resolver.ts';
import { Reddition } from './reddition/reddition.type.ts';
import {
  ReseauTerritorialResolver,
  reseauTerritorialReference,
} from './reseau-territorial/reseau-territorial.resolver.ts';
import { ReseauTerritorial } from './reseau-territorial/reseau-territorial.type.ts';
import {
  TerritoireClscResolver,
  territoireClscReference,
} from './territoire-clsc/territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc/territoire-clsc.type.ts';
import {
  RegionBilanResolver,
  ReseauLocalBilanResolver,
  ReseauTerritorialBilanResolver,
  uniteReferences,
} from './unite/unite.resolver.ts';
import { Region, ReseauLocal } from './unite/unite.type.ts';
import { versions } from './versions.ts';

/** The tactical level: Santé Québec says how it is done, and how it is measured. */
export const santeQuebec = defineSubgraph({
  name: 'sante-quebec',
  niveau: 'SANTE_QUEBEC',
  migrations: {
    '001-etablissements': { up: etablissements },
    '002-indicateurs': { up: indicateurs },
    '003-campagnes': { up: campagnes },
    '004-suites': { up: suites },
    '005-actes-canevas': { up: actesCanevas },
    '006-actes-campagne': { up: actesCampagne },
    '007-releves': { up: releves },
    '008-regles': { up: regles },
  },
  actes: [
    publierCanevas,
    publierRegle,
    retirerRegle,
    ouvrirCampagne,
    accorderException,
    fermerCampagne,
    retournerReddition,
    consoliderReddition,
    transmettreBilan,
  ],
  copies: ['consolidation', 'bilan_territoire', 'composition_territoire', 'releve_territoire'],
  forgotten: ['releve_territoire'],
  versions,
  load,
  entities: [
    Campagne,
    Canevas,
    Constat,
    DemandeModification,
    Document,
    Ecart,
    Element,
    Etablissement,
    Exigence,
    Imputabilite,
    Indicateur,
    Mandat,
    Mesure,
    Palier,
    Reddition,
    Region,
    RegleValidation,
    ReseauLocal,
    ReseauTerritorial,
    Standard,
    TerritoireClsc,
  ],
  references: [
    campagneReference,
    canevasReference,
    constatReference,
    demandeModificationReference,
    etablissementReference,
    exigenceReference,
    imputabiliteReference,
    indicateurReference,
    mesureReference,
    redditionReference,
    regleReference,
    reseauTerritorialReference,
    ...uniteReferences,
    territoireClscReference,
  ],
  resolvers: [
    BilanIndicateurResolver,
    BilanResolver,
    CampagneResolver,
    CanevasReglesResolver,
    CanevasResolver,
    ConstatResolver,
    DemandeModificationResolver,
    EtablissementResolver,
    ExigenceReglesResolver,
    ExigenceResolver,
    ImputabiliteResolver,
    IndicateurRefuseResolver,
    IndicateurResolver,
    MesureResolver,
    MoyenResolver,
    RedditionResolver,
    RegleResolver,
    ExamenResolver,
    ReseauTerritorialResolver,
    ReseauLocalBilanResolver,
    ReseauTerritorialBilanResolver,
    RegionBilanResolver,
    TerritoireClscResolver,
  ],
});
