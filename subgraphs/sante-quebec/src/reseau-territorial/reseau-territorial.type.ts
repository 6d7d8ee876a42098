import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Etablissement } from '../etablissement/etablissement.type.ts';

@Directive('@key(fields: "code")')
@ObjectType()
export class ReseauTerritorial {
  @Field(() => ID)
  code: string;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui dirige ce réseau.' })
  etablissement?: Etablissement | null;
}
