import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { up as mesures } from '../migrations/001-mesures.ts';
import { up as organisation } from '../migrations/002-organisation.ts';
import { up as demarches } from '../migrations/003-demarches.ts';
import { up as actesReddition } from '../migrations/004-actes-reddition.ts';
import { up as campagnesMesure } from '../migrations/005-campagnes-d-une-mesure.ts';
import { up as regles } from '../migrations/006-regles.ts';
import { load } from './birth.ts';
import { ConstatResolver, TerritoireConstatsResolver, constatReference } from './constat/constat.resolver.ts';
import { Constat } from './constat/constat.type.ts';
import {
  DemandeModificationResolver,
  demandeModificationReference,
} from './demande-modification/demande-modification.resolver.ts';
import { DemandeModification } from './demande-modification/demande-modification.type.ts';
import { TerritoireDesignationsResolver, designationReference } from './designation/designation.resolver.ts';
import { Designation } from './designation/designation.type.ts';
import { EntenteResolver, TerritoireEntentesResolver, ententeReference } from './entente/entente.resolver.ts';
import { Entente } from './entente/entente.type.ts';
import {
  TerritoireExerciceRolesResolver,
  exerciceRoleReference,
} from './exercice-role/exercice-role.resolver.ts';
import { ExerciceRole } from './exercice-role/exercice-role.type.ts';
import { EtablissementFonctionsResolver } from './fonction-etablissement/fonction-etablissement.resolver.ts';
import { ImputabiliteResolver } from './imputabilite/imputabilite.resolver.ts';
import { Imputabilite, imputabiliteReference } from './imputabilite/imputabilite.type.ts';
import {
  TerritoireInstallationsResolver,
  installationReference,
} from './installation/installation.resolver.ts';
import { Installation } from './installation/installation.type.ts';
import { MesureResolver, TerritoireMesuresResolver, mesureReference } from './mesure/mesure.resolver.ts';
import { Mesure } from './mesure/mesure.type.ts';
import {
  OffreServiceResolver,
  TerritoireOffreResolver,
  offreServiceReference,
} from './offre-service/offre-service.resolver.ts';
import { OffreService } from './offre-service/offre-service.type.ts';
import {
  EtablissementObligationsResolver,
  ObligationRedditionResolver,
  TerritoireObligationsResolver,
} from './obligation/obligation.resolver.ts';
import {
  Campagne,
  Etablissement,
  Exigence,
  TerritoireClsc,
  extensionReferences,
} from './other-levels/extended.type.ts';
import {
  Document,
  Mandat,
  Palier,
  ReferenceLegale,
  RoleClsc,
  ServiceSocial,
} from './other-levels/ministry.type.ts';
import { TerritoirePartenairesResolver, partenaireReference } from './partenaire/partenaire.resolver.ts';
import { Partenaire } from './partenaire/partenaire.type.ts';
import {
  EtablissementRedditionsResolver,
  LigneRedditionResolver,
  RedditionResolver,
  redditionReference,
} from './reddition/reddition.resolver.ts';
import { retirerReddition, saisirMesures, soumettreReddition } from './reddition/reddition.actes.ts';
import { Reddition } from './reddition/reddition.type.ts';
import {
  ConstatValidationResolver,
  constatValidationReference,
  RedditionJugementResolver,
} from './regle/constat-validation.resolver.ts';
import { ConstatValidation, RegleValidation } from './regle/constat-validation.type.ts';
import { MesuresToucheesResolver } from './regle/mesures-touchees.resolver.ts';
import {
  ExigenceValeursRegionalesResolver,
  valeurRegionaleReference,
} from './valeur-regionale/valeur-regionale.resolver.ts';
import { ValeurRegionale } from './valeur-regionale/valeur-regionale.type.ts';
import { versions } from './versions.ts';

/** The operational level: the établissements territoriaux do it, and account for it. */
export const etablissements = defineSubgraph({
  name: 'etablissements',
  niveau: 'ETABLISSEMENT',
  migrations: {
    '001-mesures': { up: mesures },
    '002-organisation': { up: organisation },
    '003-demarches': { up: demarches },
    '004-actes-reddition': { up: actesReddition },
    '005-campagnes-d-une-mesure': { up: campagnesMesure },
    '006-regles': { up: regles },
  },
  actes: [saisirMesures, soumettreReddition, retirerReddition],
  versions,
  load,
  entities: [
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
    ConstatValidation,
    RegleValidation,
    Imputabilite,
    Mesure,
    Reddition,
    Designation,
    ExerciceRole,
    Installation,
    OffreService,
    Partenaire,
    Entente,
    Constat,
    DemandeModification,
    ValeurRegionale,
  ],
  references: [
    ...extensionReferences,
    imputabiliteReference,
    mesureReference,
    redditionReference,
    constatValidationReference,
    designationReference,
    exerciceRoleReference,
    installationReference,
    offreServiceReference,
    partenaireReference,
    ententeReference,
    constatReference,
    demandeModificationReference,
    valeurRegionaleReference,
  ],
  resolvers: [
    MesureResolver,
    TerritoireMesuresResolver,
    RedditionResolver,
    LigneRedditionResolver,
    ConstatValidationResolver,
    RedditionJugementResolver,
    MesuresToucheesResolver,
    EtablissementRedditionsResolver,
    EtablissementObligationsResolver,
    TerritoireObligationsResolver,
    ObligationRedditionResolver,
    EtablissementFonctionsResolver,
    TerritoireDesignationsResolver,
    TerritoireExerciceRolesResolver,
    TerritoireInstallationsResolver,
    OffreServiceResolver,
    TerritoireOffreResolver,
    TerritoirePartenairesResolver,
    EntenteResolver,
    TerritoireEntentesResolver,
    ConstatResolver,
    TerritoireConstatsResolver,
    DemandeModificationResolver,
    ExigenceValeursRegionalesResolver,
    ImputabiliteResolver,
  ],
});
