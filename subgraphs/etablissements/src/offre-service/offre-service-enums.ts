import { registerEnumType } from 'type-graphql';

export const EtatOffre = {
  OFFERTE: 'OFFERTE',
  PARTIELLE: 'PARTIELLE',
  NON_OFFERTE: 'NON_OFFERTE',
} as const;
export type EtatOffre = (typeof EtatOffre)[keyof typeof EtatOffre];

registerEnumType(EtatOffre, {
  name: 'EtatOffre',
  description: 'Ce que l’établissement déclare offrir ; aucun texte ne donne cette échelle.',
  valuesConfig: {
    OFFERTE: { description: 'Le service est offert dans le territoire.' },
    PARTIELLE: { description: 'Une partie seulement du service y est offerte.' },
    NON_OFFERTE: { description: 'Le service n’y est pas offert.' },
  },
});
