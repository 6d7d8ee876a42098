import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Bilan } from '../bilan/bilan.type.ts';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "code")')
@ObjectType()
export class TerritoireClsc {
  @Field(() => ID)
  code: string;

  @Field(() => Etablissement, {
    nullable: true,
    description:
      'Établissement qui répond du territoire : celui qui dirige son RTS. Déduit : voir `provenanceEtablissement`.',
  })
  etablissement?: Etablissement | null;

  @Field(() => Provenance, { nullable: true, description: 'D’où vient `etablissement`.' })
  provenanceEtablissement?: Provenance | null;

  @Field(() => Bilan, {
    nullable: true,
    description:
      'Bilan consolidé par Santé Québec. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.',
  })
  bilan?: Bilan | null;
}
