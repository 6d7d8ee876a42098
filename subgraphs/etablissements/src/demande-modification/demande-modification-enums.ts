import { registerEnumType } from 'type-graphql';

export const EtatDemande = { BESOIN: 'BESOIN', DEMANDEE: 'DEMANDEE' } as const;
export type EtatDemande = (typeof EtatDemande)[keyof typeof EtatDemande];

registerEnumType(EtatDemande, {
  name: 'EtatDemande',
  description:
    'Étapes qui reviennent à l’établissement ; l’analyse revient à Santé Québec, et aucun texte ne dit qui décide.',
  valuesConfig: {
    BESOIN: { description: 'En préparation.' },
    DEMANDEE: { description: 'Déposée.' },
  },
});

export const NatureImpact = {
  JURIDIQUE: 'JURIDIQUE',
  ADMINISTRATIF: 'ADMINISTRATIF',
  ORGANISATIONNEL: 'ORGANISATIONNEL',
  HUMAIN: 'HUMAIN',
} as const;
export type NatureImpact = (typeof NatureImpact)[keyof typeof NatureImpact];

registerEnumType(NatureImpact, {
  name: 'NatureImpact',
  description: 'Les quatre impacts à évaluer (004, 2.1.2, L732-733).',
});
