import { registerEnumType } from 'type-graphql';

export const EtatReddition = { SAISIE: 'SAISIE', SOUMISE: 'SOUMISE', RETIREE: 'RETIREE' } as const;
export type EtatReddition = (typeof EtatReddition)[keyof typeof EtatReddition];

registerEnumType(EtatReddition, {
  name: 'EtatReddition',
  description:
    'Étapes qui reviennent à l’établissement ; la suite est l’examen de Santé Québec. Le découpage en étapes est une inférence.',
  valuesConfig: {
    SAISIE: { description: 'En cours de saisie.' },
    SOUMISE: { description: 'Soumise à Santé Québec.' },
    RETIREE: { description: 'Retirée par l’établissement avant d’être examinée.' },
  },
});

export const TriRedditions = {
  IDENTIFIANT: 'IDENTIFIANT',
  SOUMISE_LE: 'SOUMISE_LE',
  VERSION: 'VERSION',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type TriRedditions = (typeof TriRedditions)[keyof typeof TriRedditions];

registerEnumType(TriRedditions, {
  name: 'TriRedditions',
  description: 'Ordre d’une liste de redditions.',
  valuesConfig: {
    IDENTIFIANT: { description: 'Par identifiant : campagne, puis établissement. L’ordre par défaut.' },
    SOUMISE_LE: { description: 'Par instant de soumission ; ce qui n’est pas soumis à la fin.' },
    VERSION: { description: 'Par numéro de version.' },
    ETABLISSEMENT: { description: 'Par code d’établissement.' },
  },
});

export const DimensionReddition = {
  ETAT: 'ETAT',
  CAMPAGNE: 'CAMPAGNE',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type DimensionReddition = (typeof DimensionReddition)[keyof typeof DimensionReddition];

registerEnumType(DimensionReddition, {
  name: 'DimensionReddition',
  description: 'Ce par quoi des redditions se répartissent.',
  valuesConfig: {
    ETAT: { description: 'Étape où elle en est chez l’établissement.' },
    CAMPAGNE: { description: 'Campagne dont elle rend compte.' },
    ETABLISSEMENT: { description: 'Établissement qui rend compte.' },
  },
});

export const ReponseLigne = { CORRIGEE: 'CORRIGEE', MAINTENUE: 'MAINTENUE' } as const;
export type ReponseLigne = (typeof ReponseLigne)[keyof typeof ReponseLigne];

registerEnumType(ReponseLigne, {
  name: 'ReponseLigne',
  description: 'Ce qu’une version répond à une mesure retournée.',
  valuesConfig: {
    CORRIGEE: {
      description:
        'Elle en dit un autre chiffre : valeur, numérateur, dénominateur, ou statut de ce qui n’en a pas. Le même chiffre ressaisi n’en est pas un autre ; AUCUN_CAS et NON_DISPONIBLE sont justifiés.',
    },
    MAINTENUE: { description: 'Elle en dit le même chiffre, et le justifie.' },
  },
});

export const NatureEcartReddition = { AJOUTEE: 'AJOUTEE', CHANGEE: 'CHANGEE', RETIREE: 'RETIREE' } as const;
export type NatureEcartReddition = (typeof NatureEcartReddition)[keyof typeof NatureEcartReddition];

registerEnumType(NatureEcartReddition, {
  name: 'NatureEcartReddition',
  description: 'Ce qui distingue deux versions d’une reddition, pour une mesure.',
  valuesConfig: {
    AJOUTEE: { description: 'L’ancienne ne la portait pas.' },
    CHANGEE: { description: 'Elles n’en disent pas la même chose.' },
    RETIREE: { description: 'La nouvelle ne la porte plus.' },
  },
});

export const StatutSaisie = {
  AUCUN_CAS: 'AUCUN_CAS',
  NON_DISPONIBLE: 'NON_DISPONIBLE',
  SUPPRIMEE: 'SUPPRIMEE',
} as const;
export type StatutSaisie = (typeof StatutSaisie)[keyof typeof StatutSaisie];

registerEnumType(StatutSaisie, {
  name: 'StatutSaisie',
  description: 'Ce qui tient lieu de valeur. Zéro est une valeur.',
  valuesConfig: {
    AUCUN_CAS: { description: 'Rien à déclarer : aucun cas dans la période.' },
    NON_DISPONIBLE: { description: 'N’a pas pu être mesuré.' },
    SUPPRIMEE: { description: 'Retenue pour protéger les personnes.' },
  },
});
