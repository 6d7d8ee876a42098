import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@ObjectType({ description: 'Un des trois liens de la personne (004, 2.3).' })
export class LienPersonne {
  @Field(() => ID, { description: 'Par exemple « LIEN-RATTACHEMENT ».' })
  code: string;

  @Field(() => String, { description: 'Le lien : rattachement, affiliation ou association.' })
  lien: string;

  @Field(() => String, { description: 'À quoi il lie la personne.' })
  cible: string;

  @Field(() => String, { nullable: true, description: 'Sa nature, dans nos mots.' })
  caractere: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
