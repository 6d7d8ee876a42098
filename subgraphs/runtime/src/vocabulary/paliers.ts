import { registerEnumType } from 'type-graphql';

/** The three levels of governance of document 004. */
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
    MSSS: { description: 'Ministère de la Santé et des Services sociaux : palier stratégique.' },
    SANTE_QUEBEC: { description: 'Santé Québec : palier tactique.' },
    ETABLISSEMENT: { description: 'Établissements territoriaux : palier opérationnel.' },
  },
});
