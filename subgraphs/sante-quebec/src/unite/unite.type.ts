import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Bilan } from '../bilan/bilan.type.ts';

const BILAN =
  'Bilan de ses territoires, sommés par Santé Québec, chacun une fois, tels que l’unité les composait à la consolidation. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.';

@Directive('@key(fields: "code")')
@ObjectType()
export class ReseauLocal {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, { nullable: true, description: BILAN })
  bilan?: Bilan | null;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Region {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, { nullable: true, description: BILAN })
  bilan?: Bilan | null;
}
