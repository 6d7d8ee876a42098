import { CodePalier } from '@palier/calls/identity';
import { registerEnumType } from 'type-graphql';

export { CodePalier };

registerEnumType(CodePalier, {
  name: 'CodePalier',
  description: 'Les trois paliers de gouvernance.',
  valuesConfig: {
    MSSS: { description: 'Ministère de la Santé et des Services sociaux : palier stratégique.' },
    SANTE_QUEBEC: { description: 'Santé Québec : palier tactique.' },
    ETABLISSEMENT: { description: 'Établissements territoriaux : palier opérationnel.' },
  },
});
