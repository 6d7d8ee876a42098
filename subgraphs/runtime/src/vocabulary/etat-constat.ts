import { registerEnumType } from 'type-graphql';

export const EtatConstat = {
  OBSERVE: 'OBSERVE',
  DOCUMENTE: 'DOCUMENTE',
  RECOMMANDE: 'RECOMMANDE',
  TRANSMIS_ETABLISSEMENT: 'TRANSMIS_ETABLISSEMENT',
  TRANSMIS_SANTE_QUEBEC: 'TRANSMIS_SANTE_QUEBEC',
} as const;
export type EtatConstat = (typeof EtatConstat)[keyof typeof EtatConstat];

registerEnumType(EtatConstat, {
  name: 'EtatConstat',
  description:
    'Chemin d’un constat vers le haut, jusqu’à Santé Québec (004, L1554-1571) ; le découpage en étapes est une inférence.',
  valuesConfig: {
    OBSERVE: { description: 'Observé sur le terrain.' },
    DOCUMENTE: { description: 'Documenté par le CLSC.' },
    RECOMMANDE: { description: 'Accompagné d’une recommandation.' },
    TRANSMIS_ETABLISSEMENT: { description: 'Transmis à l’établissement.' },
    TRANSMIS_SANTE_QUEBEC: { description: 'Transmis à Santé Québec, qui lui donne suite.' },
  },
});
