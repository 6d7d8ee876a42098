import { ListSize } from '@palier/runtime/demand';
import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { Mandat } from '../palier/palier.type.ts';

@ObjectType({ description: 'Un acteur d’une chaîne de reddition de comptes.' })
export class MaillonReddition {
  @Field(() => ID, { description: 'Par exemple « REDD-004-2 ».' })
  code: string;

  @Field(() => String, { description: 'Qui.' })
  acteur: string;

  @Field(() => String, { nullable: true, description: 'Ce qu’il fait dans la chaîne, dans nos mots.' })
  fait: string | null;

  @ListSize(2)
  @Field(() => [Mandat], {
    description: 'Mandats qui l’y obligent ; vide pour le document 000, qui n’en donne pas de numérotés.',
  })
  mandats?: Mandat[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({ description: 'Chaîne de reddition de comptes, telle qu’un document la décrit.' })
export class ChaineReddition {
  @Field(() => ID, { description: '« REDD-000 » ou « REDD-004 ».' })
  code: string;

  @Field(() => String, { description: 'La chaîne, en bref.' })
  enonce: string;

  @Field(() => String, { nullable: true, description: 'Mise en garde.' })
  note: string | null;

  @ListSize(3)
  @Field(() => [MaillonReddition], { description: 'Maillons, de qui rend compte à qui reçoit.' })
  maillons?: MaillonReddition[];

  @ListSize(1)
  @Field(() => [Element], {
    description: 'Conditions de succès qui la bornent. Le rapprochement est une inférence.',
  })
  conditions?: Element[];

  @ListSize(2)
  @Field(() => [Element], { description: 'Envers qui elle oblige aussi, selon les principes directeurs.' })
  redevabilite?: Element[];

  @Field(() => Element, {
    nullable: true,
    description: 'Pourquoi Palier retient cette chaîne ; nul pour celle qu’il ne retient pas.',
  })
  retenue?: Element | null;

  @ListSize(1)
  @Field(() => [Ecart], { description: 'Écarts qui opposent les deux chaînes.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A link as its element gives it. */
export type MaillonRedditionValue = MaillonReddition & { readonly codesMandats: readonly string[] };
