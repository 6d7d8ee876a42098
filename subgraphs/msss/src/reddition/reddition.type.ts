import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({ description: 'Chaîne de reddition de comptes, telle qu’un document la décrit.' })
export class ChaineReddition {
  @Field(() => ID, { description: '« REDD-000 » ou « REDD-004 ».' })
  code: string;

  @Field(() => String, { description: 'La chaîne, en bref.' })
  enonce: string;

  @Field(() => String, { nullable: true, description: 'Mise en garde.' })
  note: string | null;

  @Field(() => [Element], {
    description: 'Maillons, de qui rend compte à qui reçoit ; `precisions` donne les codes des mandats.',
  })
  maillons?: Element[];

  @Field(() => Element, {
    nullable: true,
    description: 'Pourquoi Palier retient cette chaîne ; nul pour celle qu’il ne retient pas.',
  })
  retenue?: Element | null;

  @Field(() => [Ecart], { description: 'Écarts qui opposent les chaînes.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
