import { Periode } from '@palier/runtime/exercice';
import { Field, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Mesure } from './mesure.type.ts';

@ObjectType({
  description: 'Ce qu’un territoire a d’une exigence pour une période : une mesure, ou ce qui en est dit.',
})
export class PointSerie {
  @Field(() => Periode, { description: 'Période financière.' })
  periode: Periode;

  @Field(() => Mesure, {
    nullable: true,
    description:
      'Mesure publiée pour cette période, qui peut être sans valeur : son `statut` dit alors pourquoi. Nulle quand rien n’est publié.',
  })
  mesure: Mesure | null;

  @Field(() => Absence, {
    nullable: true,
    description:
      'Quand rien n’est publié : ce qui manque et qui le doit, s’il y a quelqu’un. Jamais un zéro.',
  })
  absence: Absence | null;
}
