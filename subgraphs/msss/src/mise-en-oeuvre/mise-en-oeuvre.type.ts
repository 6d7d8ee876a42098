import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Element } from '../element/element.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';

@ObjectType({ description: 'Qui suit la mise en œuvre des orientations, et dans quel cadre (004, 3).' })
export class SuiviMiseEnOeuvre {
  @Field(() => Element, { description: 'Qui délègue le suivi.' })
  delegant: Element;

  @Field(() => Element, { description: 'À qui.' })
  delegataire: Element;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Article invoqué pour la délégation.' })
  baseLegale?: ReferenceLegale | null;

  @Field(() => Element, { description: 'Qui coordonne la mise en œuvre.' })
  coordonne: Element;

  @Field(() => Element, { description: 'Qui l’exécute.' })
  execute: Element;

  @Field(() => Element, { description: 'Cadre dans lequel le suivi s’inscrit.' })
  cadre: Element;

  @ListSize(6)
  @Field(() => [Element], { description: 'Étapes et moyens annoncés.' })
  etapes?: Element[];
}

/** The follow-up, with the code of the article it invokes. */
export type SuiviMiseEnOeuvreValue = SuiviMiseEnOeuvre & { readonly referenceCode: string | null };
