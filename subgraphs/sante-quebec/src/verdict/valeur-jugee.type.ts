import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Verdict } from './verdict.type.ts';

@InputType({ description: 'Une valeur à juger, comme `verdict` la prend.' })
export class ValeurAJuger {
  @Field(() => Float, { description: 'Valeur à juger, dans l’unité du seuil.' })
  valeur: number;

  @Field(() => String, {
    nullable: true,
    description: 'Volet jugé, quand l’exigence en a plusieurs : « en personne » ou « par téléphone ».',
  })
  volet?: string | null;
}

@ObjectType({ description: 'Une valeur donnée, et le verdict qu’elle aurait.' })
export class ValeurJugee {
  @Field(() => Float, { description: 'Valeur jugée, telle qu’elle est donnée.' })
  valeur: number;

  @Field(() => String, { nullable: true, description: 'Volet jugé, tel qu’il est donné.' })
  volet: string | null;

  @Field(() => Verdict, { description: 'Verdict qu’elle aurait, selon chaque source.' })
  verdict: Verdict;
}
