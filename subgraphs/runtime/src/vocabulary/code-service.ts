import { registerEnumType } from 'type-graphql';

/** The six general social services, in the order of their fiches. */
export const CodeService = {
  AAOR: 'AAOR',
  INFO_SOCIAL: 'INFO_SOCIAL',
  CRISE: 'CRISE',
  CONSULT_SOCIALE: 'CONSULT_SOCIALE',
  CONSULT_PSY: 'CONSULT_PSY',
  SECURITE_CIVILE: 'SECURITE_CIVILE',
} as const;
export type CodeService = (typeof CodeService)[keyof typeof CodeService];

registerEnumType(CodeService, {
  name: 'CodeService',
  description: 'Les six services sociaux généraux, dans l’ordre de leurs fiches.',
  valuesConfig: {
    AAOR: { description: 'Accueil, analyse, orientation et référence (fiche 1).' },
    INFO_SOCIAL: { description: 'Consultation téléphonique psychosociale en tout temps (fiche 2).' },
    CRISE: { description: 'Intervention de crise dans le milieu (fiche 3).' },
    CONSULT_SOCIALE: { description: 'Consultation sociale (fiche 4).' },
    CONSULT_PSY: { description: 'Consultation psychologique (fiche 5).' },
    SECURITE_CIVILE: { description: 'Volet psychosocial en contexte de sécurité civile (fiche 6).' },
  },
});
