import { registerEnumType } from 'type-graphql';

export const StatutFigure = {
  PROVISOIRE: 'PROVISOIRE',
  REVISEE: 'REVISEE',
  FINALE: 'FINALE',
  SUPPRIMEE: 'SUPPRIMEE',
  NON_DISPONIBLE: 'NON_DISPONIBLE',
  AUCUN_CAS: 'AUCUN_CAS',
} as const;
export type StatutFigure = (typeof StatutFigure)[keyof typeof StatutFigure];

registerEnumType(StatutFigure, {
  name: 'StatutFigure',
  description: 'Ce que vaut un chiffre.',
  valuesConfig: {
    PROVISOIRE: { description: 'Saisi, encore susceptible de changer.' },
    REVISEE: { description: 'Corrigé après une première saisie.' },
    FINALE: { description: 'Arrêté.' },
    SUPPRIMEE: { description: 'Retenu pour protéger les personnes : la valeur est nulle.' },
    NON_DISPONIBLE: { description: 'N’a pas pu être mesuré : la valeur est nulle.' },
    AUCUN_CAS: {
      description: 'Rien à déclarer : aucun cas dans la période. Ce n’est pas zéro : la valeur est nulle.',
    },
  },
});

export const TriMesures = {
  PERIODE: 'PERIODE',
  VALEUR: 'VALEUR',
  TERRITOIRE: 'TERRITOIRE',
  EXIGENCE: 'EXIGENCE',
  SAISIE: 'SAISIE',
} as const;
export type TriMesures = (typeof TriMesures)[keyof typeof TriMesures];

registerEnumType(TriMesures, {
  name: 'TriMesures',
  description: 'Ordre d’une liste de mesures.',
  valuesConfig: {
    PERIODE: { description: 'Par période, puis territoire, puis exigence : l’ordre par défaut.' },
    VALEUR: {
      description:
        'Par valeur ; celles qui n’en ont pas à la fin. Deux valeurs ne se comparent que dans la même unité : restreindre à une exigence.',
    },
    TERRITOIRE: { description: 'Par code de territoire.' },
    EXIGENCE: { description: 'Par code d’exigence.' },
    SAISIE: { description: 'Par instant de saisie.' },
  },
});

export const DimensionMesure = {
  VERDICT: 'VERDICT',
  STATUT: 'STATUT',
  PERIODE: 'PERIODE',
  EXIGENCE: 'EXIGENCE',
  VOLET: 'VOLET',
  INDICATEUR: 'INDICATEUR',
  TERRITOIRE: 'TERRITOIRE',
  RESEAU_LOCAL: 'RESEAU_LOCAL',
  RESEAU_TERRITORIAL: 'RESEAU_TERRITORIAL',
  REGION: 'REGION',
  RUISSS: 'RUISSS',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type DimensionMesure = (typeof DimensionMesure)[keyof typeof DimensionMesure];

registerEnumType(DimensionMesure, {
  name: 'DimensionMesure',
  description: 'Ce par quoi des mesures se répartissent.',
  valuesConfig: {
    VERDICT: {
      description:
        'Issue de la comparaison, comme `verdict { etat }` la donne ; `raisons` dit pourquoi il n’y en a pas.',
    },
    STATUT: { description: 'Ce que vaut la valeur.' },
    PERIODE: { description: 'Période financière.' },
    EXIGENCE: { description: 'Exigence mesurée.' },
    VOLET: { description: 'Volet de l’exigence ; clé nulle quand elle n’en a pas.' },
    INDICATEUR: { description: 'Indicateur de Santé Québec qui compte l’exigence.' },
    TERRITOIRE: { description: 'Territoire de CLSC.' },
    RESEAU_LOCAL: { description: 'RLS du territoire.' },
    RESEAU_TERRITORIAL: { description: 'RTS du territoire.' },
    REGION: { description: 'Région sociosanitaire du territoire.' },
    RUISSS: { description: 'RUISSS du territoire.' },
    ETABLISSEMENT: {
      description:
        'Établissement qui répond du territoire, tel que Santé Québec le déduit (`provenanceEtablissement`).',
    },
  },
});
