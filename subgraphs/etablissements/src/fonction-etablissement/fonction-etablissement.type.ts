import { DateScalar } from '@palier/runtime/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { CodeFonction } from './fonction-etablissement-enums.ts';

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
