import { registerEnumType } from 'type-graphql';

export const CategorieEtablissement = {
  ETABLISSEMENT_TERRITORIAL: 'ETABLISSEMENT_TERRITORIAL',
  AUTRE_QUE_TERRITORIAL: 'AUTRE_QUE_TERRITORIAL',
  REGROUPE: 'REGROUPE',
  HORS_SANTE_QUEBEC_NORDIQUE: 'HORS_SANTE_QUEBEC_NORDIQUE',
} as const;
export type CategorieEtablissement = (typeof CategorieEtablissement)[keyof typeof CategorieEtablissement];

registerEnumType(CategorieEtablissement, {
  name: 'CategorieEtablissement',
  description: 'Sorte d’établissement public.',
  valuesConfig: {
    ETABLISSEMENT_TERRITORIAL: {
      description:
        'Établissement territorial : il dirige un réseau territorial de services et met en œuvre les CLSC.',
    },
    AUTRE_QUE_TERRITORIAL: { description: 'Centre hospitalier universitaire ou institut.' },
    REGROUPE: {
      description:
        'Établissement regroupé, rattaché à un établissement territorial ; statut de 2026 à valider.',
    },
    HORS_SANTE_QUEBEC_NORDIQUE: { description: 'Établissement nordique, hors de Santé Québec.' },
  },
});
