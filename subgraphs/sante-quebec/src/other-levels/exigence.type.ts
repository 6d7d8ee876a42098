import { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Verdict } from '../verdict/verdict.type.ts';
import { Ecart } from './ministry.type.ts';

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

  @Field(() => String, { nullable: true })
  volet: string | null;

  @Field(() => Seuil, { nullable: true })
  seuil: Seuil | null;
}

/** What of an exigence a verdict must know, as a field set. */
export const STATEMENTS =
  'statut assertions { source volet seuil { valeur comparateur unite part declencheur precision echeance texte volet } } ecarts { code }';

@Directive('@key(fields: "code")')
@ObjectType()
export class Exigence {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => StatutExigence)
  statut?: StatutExigence;

  @Directive('@external')
  @Field(() => [Assertion])
  assertions?: Assertion[];

  @Directive('@external')
  @Field(() => [Ecart])
  ecarts?: Ecart[];

  @Directive(`@requires(fields: "${STATEMENTS}")`)
  @Field(() => Verdict, {
    nullable: true,
    description:
      'Verdict qu’aurait une valeur donnée, dans l’unité du seuil : pour lire le standard, sans rien mesurer ni enregistrer.',
  })
  verdict?: Verdict | null;
}
