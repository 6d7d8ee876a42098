import { ListSize } from '@palier/runtime/demand';
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

  @Field(() => String, { description: 'Ce qu’il pose, dans nos mots.' })
  enonce: string;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Article invoqué.' })
  baseLegale?: ReferenceLegale | null;

  @ListSize(4)
  @Field(() => [Element], { description: 'Ses volets.' })
  composantes?: Element[];

  @ListSize(2)
  @Field(() => [Element], { description: 'Envers qui il oblige à rendre compte.' })
  redevabilite?: Element[];

  @ListSize(2)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A principle as its row gives it. */
export type PrincipeValue = Principe & { readonly referenceCode: string | null };
