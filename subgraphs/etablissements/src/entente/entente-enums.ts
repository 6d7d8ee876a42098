import { registerEnumType } from 'type-graphql';

export const TypeEntente = { SERVICE: 'SERVICE', COLLABORATION: 'COLLABORATION' } as const;
export type TypeEntente = (typeof TypeEntente)[keyof typeof TypeEntente];

registerEnumType(TypeEntente, {
  name: 'TypeEntente',
  description: 'Les deux sortes d’ententes du document 003 (L333-357, L364-389).',
  valuesConfig: {
    SERVICE: {
      description: 'Prestation : clientèles, services, volumes et, s’il y a lieu, ressources convenus.',
    },
    COLLABORATION: { description: 'Coordination seulement : généralement sans volume ni financement.' },
  },
});

export const EtatEntente = {
  PROJET: 'PROJET',
  NEGOCIEE: 'NEGOCIEE',
  CONCLUE: 'CONCLUE',
  EN_VIGUEUR: 'EN_VIGUEUR',
  MISE_A_JOUR: 'MISE_A_JOUR',
  ECHUE: 'ECHUE',
} as const;
export type EtatEntente = (typeof EtatEntente)[keyof typeof EtatEntente];

registerEnumType(EtatEntente, {
  name: 'EtatEntente',
  description: 'Étapes d’une entente ; aucun texte ne les donne, elles sont une inférence.',
  valuesConfig: {
    PROJET: { description: 'En préparation.' },
    NEGOCIEE: { description: 'Négociée entre les parties.' },
    CONCLUE: { description: 'Conclue, pas encore en vigueur.' },
    EN_VIGUEUR: { description: 'En vigueur.' },
    MISE_A_JOUR: { description: 'En vigueur, après mise à jour.' },
    ECHUE: { description: 'Échue.' },
  },
});

export const DimensionEntente = { TYPE: 'TYPE', ETAT: 'ETAT', ETABLISSEMENT: 'ETABLISSEMENT' } as const;
export type DimensionEntente = (typeof DimensionEntente)[keyof typeof DimensionEntente];

registerEnumType(DimensionEntente, {
  name: 'DimensionEntente',
  description: 'Ce par quoi des ententes se répartissent.',
  valuesConfig: {
    TYPE: { description: 'Sorte d’entente.' },
    ETAT: { description: 'Étape où elle en est.' },
    ETABLISSEMENT: { description: 'Établissement qui la conclut.' },
  },
});
