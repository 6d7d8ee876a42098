import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Element } from '../element/element.type.ts';

@ObjectType({ description: 'Services communautaires locaux, selon l’article 4 de la LGSSSS (004, 1.1).' })
export class ServicesCommunautairesLocaux {
  @ListSize(2)
  @Field(() => [Element], { description: 'Les deux groupes de services, chacun avec sa base légale.' })
  groupes: Element[];

  @Field(() => Element, { description: 'Exemples cités (`precisions`).' })
  exemples: Element;

  @Field(() => Element, { description: 'Autres ensembles de services du même article (`precisions`).' })
  autresEnsembles: Element;
}
