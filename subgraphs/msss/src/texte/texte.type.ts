import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const EtatTexte = { ABSENT: 'ABSENT', IMPORTE: 'IMPORTE', PERIME: 'PERIME' } as const;
export type EtatTexte = (typeof EtatTexte)[keyof typeof EtatTexte];

registerEnumType(EtatTexte, {
  name: 'EtatTexte',
  description: 'Si le texte d’un document est importé.',
  valuesConfig: {
    ABSENT: { description: 'Personne ne l’a importé : les passages cités n’ont pas leurs lignes.' },
    IMPORTE: { description: 'Importé : les passages cités ont leurs lignes.' },
    PERIME: { description: 'Importé, mais les citations comptent depuis les lignes d’un autre texte.' },
  },
});

@ObjectType({
  description:
    'Le texte d’un document tel que les citations en comptent les lignes. Palier n’en tient pas les mots.',
})
export class TexteDocument {
  @Field(() => Int, { description: 'Nombre de lignes.' })
  nombreLignes: number;

  @Field(() => Int, { description: 'Nombre de mots : ce que des espaces séparent.' })
  nombreMots: number;

  @Field(() => String, {
    description:
      'SHA-256, en hexadécimal, des mots de chaque ligne, une espace entre deux, un saut de ligne après chaque ligne, en UTF-8 (NFC).',
  })
  empreinte: string;

  @Field(() => EtatTexte, { description: 'Si qui fait marcher Palier l’a importé.' })
  etat: EtatTexte;
}
