import { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, Float, ObjectType } from 'type-graphql';
import { Provenance } from '../provenance/provenance.type.ts';

// What a verdict must read of the ministry's exigences. A value type has no key, so every field the ministry gives a
// threshold is repeated here: the gateway could not fetch the others.

@Directive('@shareable')
@ObjectType()
export class Seuil {
  @Field(() => Float, { nullable: true })
  valeur: number | null;

  @Field(() => Comparateur, { nullable: true })
  comparateur: Comparateur | null;

  @Field(() => String, { nullable: true })
  unite: string | null;

  @Field(() => Float, { nullable: true })
  part: number | null;

  @Field(() => String, { nullable: true })
  declencheur: string | null;

  @Field(() => String, { nullable: true })
  precision: string | null;

  @Field(() => String, { nullable: true })
  condition: string | null;

  @Field(() => String, { nullable: true })
  echeance: string | null;

  @Field(() => String)
  texte: string;

  @Field(() => String, { nullable: true })
  volet: string | null;
}

@Directive('@shareable')
@ObjectType()
export class Assertion {
  @Field(() => SourceAssertion)
  source: SourceAssertion;

  @Field(() => StatutExigence)
  statut: StatutExigence;

  @Field(() => String, { nullable: true })
  volet: string | null;

  @Field(() => Seuil, { nullable: true })
  seuil: Seuil | null;

  @Field(() => Provenance)
  provenance: Provenance;
}
