import { registerEnumType } from 'type-graphql';

/** The three levels of governance, from the one that says what must be to the one that does it. */
export const CodePalier = {
  MSSS: 'MSSS',
  SANTE_QUEBEC: 'SANTE_QUEBEC',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type CodePalier = (typeof CodePalier)[keyof typeof CodePalier];

registerEnumType(CodePalier, {
  name: 'CodePalier',
  description: 'Les trois paliers de gouvernance.',
  valuesConfig: {
    MSSS: { description: 'Le ministère : niveau stratégique.' },
    SANTE_QUEBEC: { description: 'Santé Québec : niveau tactique.' },
    ETABLISSEMENT: { description: 'Les établissements territoriaux : niveau opérationnel.' },
  },
});
