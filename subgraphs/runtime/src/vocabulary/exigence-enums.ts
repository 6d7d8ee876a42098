import { registerEnumType } from 'type-graphql';

/** What a cell of 003 asks of a service. */
export const StatutExigence = {
  FIXE: 'FIXE',
  REALITES_REGIONALES: 'REALITES_REGIONALES',
  SANS_OBJET: 'SANS_OBJET',
  NON_DIT: 'NON_DIT',
} as const;
export type StatutExigence = (typeof StatutExigence)[keyof typeof StatutExigence];

registerEnumType(StatutExigence, {
  name: 'StatutExigence',
  description: 'Ce qu’une cellule du document 003 demande à un service.',
  valuesConfig: {
    FIXE: { description: 'Le ministère fixe le standard.' },
    REALITES_REGIONALES: { description: 'Renvoi aux réalités régionales : aucune valeur nationale.' },
    SANS_OBJET: { description: 'Le standard ne s’applique pas à ce service.' },
    NON_DIT: { description: 'Aucune source n’en dit rien pour ce service.' },
  },
});

/** How a measured value is compared with a threshold. */
export const Comparateur = {
  INFERIEUR: 'INFERIEUR',
  INFERIEUR_OU_EGAL: 'INFERIEUR_OU_EGAL',
  EGAL: 'EGAL',
  SUPERIEUR_OU_EGAL: 'SUPERIEUR_OU_EGAL',
  SUPERIEUR: 'SUPERIEUR',
} as const;
export type Comparateur = (typeof Comparateur)[keyof typeof Comparateur];

registerEnumType(Comparateur, {
  name: 'Comparateur',
  description: 'Comment une valeur se compare au seuil.',
  valuesConfig: {
    INFERIEUR: { description: 'Moins que le seuil.' },
    INFERIEUR_OU_EGAL: { description: 'Au plus le seuil.' },
    EGAL: { description: 'Le seuil même.' },
    SUPERIEUR_OU_EGAL: { description: 'Au moins le seuil.' },
    SUPERIEUR: { description: 'Plus que le seuil.' },
  },
});

/** The two voices of 003: neither overwrites the other. */
export const SourceAssertion = { ANNEXE_II: 'ANNEXE_II', FICHE: 'FICHE' } as const;
export type SourceAssertion = (typeof SourceAssertion)[keyof typeof SourceAssertion];

registerEnumType(SourceAssertion, {
  name: 'SourceAssertion',
  description: 'Partie du document 003 qui parle.',
  valuesConfig: {
    ANNEXE_II: { description: 'Le tableau de l’Annexe II, qui se dit une synthèse.' },
    FICHE: { description: 'La fiche du service : ses standards fixés ou sa description.' },
  },
});
