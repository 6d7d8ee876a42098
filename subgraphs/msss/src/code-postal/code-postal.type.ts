import type { AbsenceValue } from '@palier/runtime/absence';
import { ListSize } from '@palier/runtime/demand';
import { Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Importation } from '../importation/importation.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

@ObjectType({
  description:
    'Territoires qu’un code postal touche, selon la correspondance importée. Elle ne connaît aucune personne ni aucune adresse, et ne dit pas à quel territoire quelqu’un est rattaché : `reglesRattachement` en donne les règles.',
})
export class CorrespondanceCodePostal {
  @Field(() => ID, { description: 'Code postal, six caractères sans espace.' })
  code: string;

  @ListSize(3)
  @Field(() => [TerritoireClsc], {
    description: 'Tous les territoires qu’il touche : un code peut en toucher plusieurs.',
  })
  territoires?: TerritoireClsc[];

  @Field(() => Absence, {
    nullable: true,
    description: 'Présente quand la correspondance n’a pas été importée, ou n’a pas ce code.',
  })
  absence?: AbsenceValue | null;

  @Field(() => Importation, {
    nullable: true,
    description: 'Importation qui donne la correspondance ; nulle quand aucune ne la donne.',
  })
  importation?: Importation | null;
}

/** A postal code that was asked, and the codes of the territories that it reaches. */
export interface CorrespondanceValue {
  readonly code: string;
  readonly codes: readonly string[];
}
