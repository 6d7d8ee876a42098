import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

/** What a verdict is given of, as the établissements say it: a measure, or a line of a reddition. */
@ObjectType()
export class JudgedFigure {
  @Field(() => ID)
  id: string;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  valeur?: number | null;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  unite?: string | null;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  volet?: string | null;

  @Directive('@external')
  @Field(() => Exigence, { nullable: true })
  exigence?: Exigence | null;

  @Directive('@external')
  @Field(() => Provenance)
  provenance?: Provenance;
}
