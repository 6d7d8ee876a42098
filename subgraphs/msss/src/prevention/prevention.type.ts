import { ListSize } from '@palier/runtime/demand';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Politique } from '../politique/politique.type.ts';

@ObjectType({
  description: 'Promotion de la santé (rang 0), ou un des quatre niveaux de prévention (004, 2.4.3).',
})
export class NiveauPrevention {
  @Field(() => ID, { description: 'De « PREV0 » à « PREV4 ».' })
  code: string;

  @Field(() => Int, { description: '0 pour la promotion, puis de 1 à 4.' })
  rang: number;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, { nullable: true, description: 'Ce qu’il vise, dans nos mots.' })
  visee: string | null;

  @ListSize(3)
  @Field(() => [String], { description: 'Exemples donnés par le texte.' })
  exemples: readonly string[];

  @Field(() => Politique, { nullable: true, description: 'Stratégie qui le porte.' })
  strategie?: Politique | null;

  @ListSize(1)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A level as its element gives it. */
export type NiveauPreventionValue = NiveauPrevention & { readonly politiqueCode: string };
