import { DateScalar } from '@palier/runtime/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

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

@ObjectType({
  description:
    'Exercice d’une fonction dans un établissement : la fonction et ses dates, jamais une personne. Quand `absence` est présente, la date et la source sont nulles.',
})
export class FonctionEtablissement {
  @Field(() => CodeFonction, { description: 'Fonction.' })
  fonction: CodeFonction;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Depuis quand elle est exercée par la même personne.',
  })
  depuis: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;

  @Field(() => Absence, { nullable: true, description: 'Ce qui manque, et qui le doit.' })
  absence: Absence | null;
}
