import { defineFollowed, defineVersions } from '@palier/runtime/memory/versions';
import { Constat } from './constat/constat.type.ts';
import { DemandeModification } from './demande-modification/demande-modification.type.ts';
import { Designation } from './designation/designation.type.ts';
import { Entente } from './entente/entente.type.ts';
import { ExerciceRole } from './exercice-role/exercice-role.type.ts';
import { Installation } from './installation/installation.type.ts';
import { Mesure } from './mesure/mesure.type.ts';
import { OffreService } from './offre-service/offre-service.type.ts';
import { Partenaire } from './partenaire/partenaire.type.ts';
import { LigneReddition, Reddition } from './reddition/reddition.type.ts';
import { ValeurRegionale } from './valeur-regionale/valeur-regionale.type.ts';

const territoire = 'territoire_code';
const etablissement = 'etablissement_code';

/** What the établissements' level follows through time. */
export const versions = [
  defineVersions(Mesure, {
    table: 'mesure',
    territoire,
    etablissement,
    fields: ['valeur', 'numerateur', 'denominateur', 'unite', 'statut', 'version', 'saisieLe'],
  }),
  defineVersions(Reddition, {
    table: 'reddition',
    etablissement,
    fields: ['campagne', 'version', 'etat', 'revision', 'saisieLe', 'soumiseLe', 'retireeLe'],
  }),
  defineVersions(LigneReddition, {
    table: 'ligne_reddition',
    key: { id: ({ id }: LigneReddition) => id },
    territoire,
    etablissement,
    fields: ['statut', 'valeur', 'numerateur', 'denominateur', 'reponse', 'justification'],
  }),
  defineVersions(ValeurRegionale, {
    table: 'valeur_regionale',
    territoire,
    fields: ['valeur', 'unite', 'texte', 'version', 'enVigueurDepuis'],
  }),
  defineVersions(Designation, {
    table: 'designation',
    territoire,
    etablissement,
    fields: [['etablissement', 'etablissement_code'], 'designeeLe', 'enFonctionDepuis', 'finLe'],
  }),
  defineVersions(ExerciceRole, {
    table: 'exercice_role',
    territoire,
    fields: ['description', 'version', 'declareLe'],
  }),
  defineVersions(Installation, {
    table: 'installation',
    territoire,
    etablissement,
    fields: [
      'nom',
      ['territoire', 'territoire_code'],
      ['etablissement', 'etablissement_code'],
      'missionClsc',
    ],
  }),
  defineVersions(OffreService, {
    table: 'offre_service',
    territoire,
    fields: ['etat', 'modalites', ['entente', 'entente_id'], 'declareeLe'],
  }),
  defineVersions(Partenaire, { table: 'partenaire', territoire, fields: ['type', 'designation'] }),
  defineVersions(Entente, {
    table: 'entente',
    territoire: 'territoire_codes',
    etablissement,
    fields: [
      'type',
      'etat',
      'aJour',
      'volumes',
      'financement',
      'conclueLe',
      ['miseAJourLe', 'mise_a_jour_le'],
      'echeanceLe',
    ],
  }),
  defineVersions(Constat, {
    table: 'constat',
    territoire,
    fields: ['etat', 'besoin', 'recommandation', 'observeLe', 'transmisLe'],
  }),
  defineVersions(DemandeModification, {
    table: 'demande_modification',
    territoire: 'territoire_codes',
    etablissement,
    fields: ['etat', 'limites', 'avisSantePublique', 'communication', 'planRattachement', 'deposeeLe'],
  }),
  defineFollowed('ImpactModification', {
    table: 'impact_modification',
    key: ['id'],
    fields: ['nature', 'evaluation'],
  }),
  defineFollowed('FonctionEtablissement', {
    table: 'fonction_etablissement',
    key: ['id'],
    etablissement,
    fields: ['fonction', 'depuis', 'finLe'],
  }),
  defineFollowed('ExigenceMesuree', {
    table: 'exigence_mesuree',
    key: ['code'],
    fields: ['unite', 'volets', 'frequence'],
  }),
];
