import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Bilan } from '../bilan/bilan.type.ts';

@Directive('@key(fields: "code")')
@ObjectType()
export class ReseauTerritorial {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, {
    nullable: true,
    description:
      'Bilan de ses territoires, sommés par Santé Québec, chacun une fois, tels que le réseau les composait à la consolidation. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.',
  })
  bilan?: Bilan | null;
}
