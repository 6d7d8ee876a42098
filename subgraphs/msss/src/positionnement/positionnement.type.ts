import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Element } from '../element/element.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';

@ObjectType({ description: 'Place du CLSC dans l’établissement territorial (004, 2.2.7).' })
export class PositionnementClsc {
  @Field(() => Element, { description: 'Ce qu’est un CLSC dans l’établissement.' })
  nature: Element;

  @Field(() => Element, { description: 'D’où lui vient sa capacité d’agir.' })
  delegation: Element;

  @Field(() => Element, { description: 'Qui désigne son gestionnaire.' })
  designation: Element;

  @Field(() => Element, { description: 'Qui appuie le gestionnaire.' })
  appui: Element;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Article qui fonde le gestionnaire de CLSC.' })
  baseLegale?: ReferenceLegale | null;

  @ListSize(3)
  @Field(() => [Element], { description: 'Les trois logiques de collaboration.' })
  logiques?: Element[];

  @ListSize(4)
  @Field(() => [Element], { description: 'Fonctions du gestionnaire, selon le lexique.' })
  fonctionsGestionnaire?: Element[];

  @ListSize(2)
  @Field(() => [Element], { description: 'Ce que le CLSC n’est pas.' })
  limites?: Element[];
}

/** The position, with the code of the article it invokes. */
export type PositionnementValue = PositionnementClsc & {
  readonly referenceCode: string | null;
  readonly orientationCode: string;
};
