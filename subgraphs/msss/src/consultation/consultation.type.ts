import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({
  description:
    'Consultation menée par Réseau-1 Québec sur la proposition de politique de première ligne (001).',
})
export class DemarcheConsultation {
  @ListSize(10)
  @Field(() => [Element], { description: 'Mandat, période, volets, moyens, vision et thématiques.' })
  elements?: Element[];

  @ListSize(10)
  @Field(() => [Chiffre], { description: 'Forums, durées et documents.' })
  chiffres?: Chiffre[];

  @ListSize(15)
  @Field(() => [Chiffre], { description: 'Participants, volet par volet.' })
  participants?: Chiffre[];
}
