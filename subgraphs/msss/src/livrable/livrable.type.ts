import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des trois livrables du mandat ministériel (004, contexte).' })
export class Livrable {
  @Field(() => ID, { description: 'Par exemple « LIV3 ».' })
  code: string;

  @Field(() => Int, { description: 'Rang, de 1 à 3.' })
  rang: number;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @Field(() => String, { description: 'Date, telle que le texte la donne.' })
  date: string;

  @Field(() => String, { description: 'Où il en est, à la date du document 004.' })
  etat: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
