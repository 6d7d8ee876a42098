import { registerEnumType } from 'type-graphql';

export const EtatVerdict = {
  CONFORME: 'CONFORME',
  NON_CONFORME: 'NON_CONFORME',
  INDETERMINE: 'INDETERMINE',
  SANS_VERDICT: 'SANS_VERDICT',
} as const;
export type EtatVerdict = (typeof EtatVerdict)[keyof typeof EtatVerdict];

registerEnumType(EtatVerdict, {
  name: 'EtatVerdict',
  description: 'Issue de la comparaison d’une mesure avec son exigence.',
  valuesConfig: {
    CONFORME: { description: 'Le seuil est respecté, selon toutes les sources qui en donnent un.' },
    NON_CONFORME: { description: 'Le seuil n’est pas respecté, selon toutes les sources qui en donnent un.' },
    INDETERMINE: {
      description:
        'Les sources se contredisent, ou posent une condition que la mesure ne porte pas : le verdict de chacune est donné.',
    },
    SANS_VERDICT: {
      description:
        'Rien à comparer : réalités régionales, sans objet, qualité, pas de valeur, pas de volet, ou un seuil qui n’est pas un nombre.',
    },
  },
});
