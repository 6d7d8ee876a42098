import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({
  description:
    'Ce que le document 004 dit d’une demande de modification de territoire, et ce qu’il laisse à préciser (`nonDit`).',
})
export class ReglesModificationTerritoire {
  @Field(() => Element, { description: 'Qui l’initie.' })
  initie: Element;

  @Field(() => Element, { description: 'Ce qu’une demande doit contenir.' })
  contenu: Element;

  @Field(() => Element, { description: 'Entre qui le processus de traitement est à établir (`precisions`).' })
  processusEntre: Element;

  @Field(() => Element, { description: 'Qui décide.' })
  decide: Element;

  @Field(() => Element, { description: 'Découpages touchés (`precisions`).' })
  decoupages: Element;

  @Field(() => Element, { description: 'Impacts à évaluer (`precisions`).' })
  impacts: Element;

  @ListSize(2)
  @Field(() => [Element], { description: 'Ce qui est à faire avant.' })
  prealables: Element[];

  @ListSize(7)
  @Field(() => [Element], { description: 'Les sept règles de modification de l’orientation O1.' })
  regles?: Element[];

  @ListSize(2)
  @Field(() => [Ecart], { description: 'Écarts qui touchent ces règles, sans doublon.' })
  ecarts?: Ecart[];
}
