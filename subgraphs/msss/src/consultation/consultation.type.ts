import { Field, ObjectType } from 'type-graphql';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({
  description:
    'Consultation menée par Réseau-1 Québec sur la proposition de politique de première ligne (001).',
})
export class DemarcheConsultation {
  @Field(() => [Element], { description: 'Mandat, période, volets, moyens, vision et thématiques.' })
  elements?: Element[];

  @Field(() => [Chiffre], { description: 'Forums, durées et documents.' })
  chiffres?: Chiffre[];

  @Field(() => [Chiffre], { description: 'Participants, volet par volet.' })
  participants?: Chiffre[];
}
