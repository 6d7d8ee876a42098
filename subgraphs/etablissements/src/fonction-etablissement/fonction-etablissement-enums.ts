import { registerEnumType } from 'type-graphql';

export const CodeFonction = { PDG: 'PDG', RESPONSABLE_AUTOCHTONE: 'RESPONSABLE_AUTOCHTONE' } as const;
export type CodeFonction = (typeof CodeFonction)[keyof typeof CodeFonction];

registerEnumType(CodeFonction, {
  name: 'CodeFonction',
  description: 'Fonctions d’un établissement que les textes nomment.',
  valuesConfig: {
    PDG: { description: 'Présidence-direction générale.' },
    RESPONSABLE_AUTOCHTONE: { description: 'Responsable des dossiers autochtones.' },
  },
});
