import { Cost } from '@palier/runtime/demand';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Document } from '../document/document.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Les lignes d’un document qu’une citation nomme. Palier n’en tient pas les mots : qui a le texte les importe (`npm run import -- texte`).',
})
export class Passage {
  @Field(() => ID, { description: 'Le document et les lignes, par exemple « 004:L778-788 ».' })
  code: string;

  @Field(() => String, { description: 'Lignes du texte extrait, par exemple « L12-15, L20 ».' })
  lignes?: string;

  @Field(() => Document, { nullable: true, description: 'Le document ; nul s’il est inconnu.' })
  document?: Document | null;

  @Cost(10)
  @Field(() => String, {
    nullable: true,
    description:
      'Ces lignes telles que le texte importé les donne, au plus 200 ; « […] » sépare celles qui ne se suivent pas. Nul quand le texte n’est pas importé, ou n’a pas ces lignes : `absence` dit pourquoi.',
  })
  texte?: string | null;

  @Field(() => Int, { description: 'Nombre de lignes citées que `texte` ne peut donner, au-delà de 200.' })
  lignesOmises?: number;

  @Field(() => Absence, {
    nullable: true,
    description: 'Pourquoi `texte` est nul, ou n’a pas toutes les lignes citées ; nulle quand il les a.',
  })
  absence?: Absence | null;
}
