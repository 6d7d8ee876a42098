import { ArrimageResolver, arrimageReference } from './arrimage/arrimage.resolver.ts';
import { Arrimage } from './arrimage/arrimage.type.ts';
import { ChiffreResolver, chiffreReference } from './chiffre/chiffre.resolver.ts';
import { Chiffre } from './chiffre/chiffre.type.ts';
import { ConditionsDeSuccesResolver } from './conditions-de-succes/conditions-de-succes.resolver.ts';
import { DemarcheConsultationResolver } from './consultation/consultation.resolver.ts';
import { DocumentCiteResolver, documentCiteReference } from './document-cite/document-cite.resolver.ts';
import { DocumentCite } from './document-cite/document-cite.type.ts';
import { ElementResolver, ElementRoots, elementReference } from './element/element.resolver.ts';
import { Element } from './element/element.type.ts';
import { TermeLexiqueResolver } from './lexique/lexique.resolver.ts';
import { LivrableResolver, livrableReference } from './livrable/livrable.resolver.ts';
import { Livrable } from './livrable/livrable.type.ts';
import { SuiviMiseEnOeuvreResolver } from './mise-en-oeuvre/mise-en-oeuvre.resolver.ts';
import { ModificationTerritoireResolver } from './modification-territoire/modification-territoire.resolver.ts';
import { OrientationResolver, orientationReference } from './orientation/orientation.resolver.ts';
import { OrientationMinisterielle } from './orientation/orientation.type.ts';
import {
  MandatResolver,
  ObligationResolver,
  PalierResolver,
  PalierRoots,
  palierReferences,
} from './palier/palier.resolver.ts';
import { Mandat, Palier } from './palier/palier.type.ts';
import {
  DomainePartenariatResolver,
  RecommandationResolver,
  partenariatReferences,
} from './partenariat/partenariat.resolver.ts';
import { DomainePartenariat, Recommandation } from './partenariat/partenariat.type.ts';
import { PolitiqueResolver, politiqueReference } from './politique/politique.resolver.ts';
import {
  AxePolitique,
  ModificationRecommandee,
  OrientationPolitique,
  Politique,
} from './politique/politique.type.ts';
import {
  AxePolitiqueResolver,
  OrientationPolitiqueResolver,
  axePolitiqueReferences,
} from './politique/axe-politique.resolver.ts';
import {
  ModificationRecommandeeResolver,
  modificationReference,
} from './politique/modification-recommandee.resolver.ts';
import { PositionnementResolver } from './positionnement/positionnement.resolver.ts';
import { NiveauPreventionResolver } from './prevention/prevention.resolver.ts';
import { PrincipeResolver, principeReference } from './principe/principe.resolver.ts';
import { Principe } from './principe/principe.type.ts';
import { RattachementResolver } from './rattachement/rattachement.resolver.ts';
import { ChaineRedditionResolver, MaillonRedditionResolver } from './reddition/reddition.resolver.ts';
import {
  ReferenceLegaleResolver,
  referenceLegaleReference,
} from './reference-legale/reference-legale.resolver.ts';
import { ReferenceLegale } from './reference-legale/reference-legale.type.ts';
import { RoleClscResolver, roleClscReference } from './role-clsc/role-clsc.resolver.ts';
import { RoleClsc } from './role-clsc/role-clsc.type.ts';
import { SecurisationCulturelleResolver } from './securisation/securisation.resolver.ts';
import { ServicesCommunautairesResolver } from './services-communautaires/services-communautaires.resolver.ts';

/** What the ministry's level takes from documents 000, 001, 002 and 004: who must do what, and from which text. */
export const gouvernance = {
  entities: [
    Arrimage,
    Chiffre,
    DocumentCite,
    Element,
    Livrable,
    OrientationMinisterielle,
    Mandat,
    Palier,
    DomainePartenariat,
    Recommandation,
    AxePolitique,
    ModificationRecommandee,
    OrientationPolitique,
    Politique,
    Principe,
    ReferenceLegale,
    RoleClsc,
  ],
  references: [
    arrimageReference,
    chiffreReference,
    documentCiteReference,
    elementReference,
    livrableReference,
    orientationReference,
    ...palierReferences,
    ...partenariatReferences,
    politiqueReference,
    ...axePolitiqueReferences,
    modificationReference,
    principeReference,
    referenceLegaleReference,
    roleClscReference,
  ],
  resolvers: [
    ArrimageResolver,
    ChiffreResolver,
    ConditionsDeSuccesResolver,
    DemarcheConsultationResolver,
    DocumentCiteResolver,
    ElementResolver,
    ElementRoots,
    TermeLexiqueResolver,
    LivrableResolver,
    SuiviMiseEnOeuvreResolver,
    ModificationTerritoireResolver,
    OrientationResolver,
    MandatResolver,
    ObligationResolver,
    PalierResolver,
    PalierRoots,
    DomainePartenariatResolver,
    RecommandationResolver,
    PolitiqueResolver,
    AxePolitiqueResolver,
    OrientationPolitiqueResolver,
    ModificationRecommandeeResolver,
    PositionnementResolver,
    NiveauPreventionResolver,
    PrincipeResolver,
    RattachementResolver,
    ChaineRedditionResolver,
    MaillonRedditionResolver,
    ReferenceLegaleResolver,
    RoleClscResolver,
    SecurisationCulturelleResolver,
    ServicesCommunautairesResolver,
  ],
};
