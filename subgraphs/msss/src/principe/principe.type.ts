import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des six principes directeurs du document 004.' })
export class Principe {
  @Field(() => ID, { description: 'De « P1 » à « P6 ».' })
  code: string;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Article invoqué.' })
  baseLegale?: ReferenceLegale | null;

  @Field(() => [Element], { description: 'Ses volets, quand le texte les énumère.' })
  composantes?: Element[];

  @Field(() => [Element], { description: 'Envers qui il oblige à rendre compte.' })
  redevabilite?: Element[];

  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A principle as its row gives it. */
export type PrincipeValue = Principe & { readonly referenceCode: string | null };
