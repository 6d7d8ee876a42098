import { ListSize } from '@palier/runtime/demand';
import { Origine } from '@palier/runtime/provenance';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// What Santé Québec asks, as it gives it. A value type has no key, so every field is repeated here: the gateway could not fetch
// the others.

@Directive('@shareable')
@ObjectType()
export class CelluleDemandee {
  @Field(() => ID)
  exigence: string;

  @Field(() => String, { nullable: true })
  volet: string | null;

  @Field(() => Boolean)
  annuelle: boolean;
}

@Directive('@shareable')
@ObjectType()
export class ExceptionDemandee {
  @Field(() => DateScalar)
  jusquAu: string;

  @Field(() => DateTime)
  accordeeLe: string;
}

@Directive('@shareable')
@ObjectType()
export class ExamenDemande {
  @Field(() => ID)
  redditionId: string;

  @Field(() => Boolean)
  consolidee: boolean;

  @Field(() => DateTime)
  examineLe: string;

  @ListSize(50)
  @Field(() => [ID])
  mesuresRetournees: string[];
}

@Directive('@shareable')
@ObjectType()
export class DemandeCampagne {
  @Field(() => ID)
  campagneCode: string;

  @Field(() => ID)
  etablissementCode: string;

  @Field(() => DateTime)
  ouverteLe: string;

  @Field(() => DateTime, { nullable: true })
  fermeeLe: string | null;

  @Field(() => DateScalar, { nullable: true })
  echeanceRecommandee: string | null;

  @Field(() => DateScalar, { nullable: true })
  echeance: string | null;

  @Field(() => DateScalar, { nullable: true })
  cloture: string | null;

  @ListSize(15)
  @Field(() => [ID])
  territoires: string[];

  @ListSize(13)
  @Field(() => [ID])
  periodes: string[];

  @ListSize(20)
  @Field(() => [CelluleDemandee])
  cellules: CelluleDemandee[];

  @ListSize(5)
  @Field(() => [ExceptionDemandee])
  exceptions: ExceptionDemandee[];

  @ListSize(5)
  @Field(() => [ExamenDemande])
  examens: ExamenDemande[];

  @Field(() => Origine)
  origine: Origine;
}

/** All of what is asked, as a field set. */
export const DEMANDES =
  'demandes { campagneCode etablissementCode ouverteLe fermeeLe echeanceRecommandee echeance cloture territoires periodes cellules { exigence volet annuelle } exceptions { jusquAu accordeeLe } examens { redditionId consolidee examineLe mesuresRetournees } origine }';
