import { ListSize } from './demand.ts';
import { Origine } from '../vocabulary/provenance.ts';
import { DateScalar, DateTime } from '../vocabulary/scalars.ts';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// What Santé Québec asks, as it gives it and as the établissements, who say what became of it, require it.

@Directive('@shareable')
@ObjectType({ description: 'Ce qu’une campagne demande de mesurer : une exigence, ou un de ses volets.' })
export class CelluleDemandee {
  @Field(() => ID, { description: 'Exigence.' })
  exigence: string;

  @Field(() => String, { nullable: true, description: 'Volet, quand l’exigence en a.' })
  volet: string | null;

  @Field(() => Boolean, {
    description:
      'Vrai pour une fois l’exercice, à la treizième période (inférence) ; faux pour chaque période.',
  })
  annuelle: boolean;
}

@Directive('@shareable')
@ObjectType({ description: 'Délai accordé après la clôture.' })
export class ExceptionDemandee {
  @Field(() => DateScalar, { description: 'Dernier jour pour soumettre.' })
  jusquAu: string;

  @Field(() => DateTime, { description: 'Instant où il a été accordé.' })
  accordeeLe: string;
}

@Directive('@shareable')
@ObjectType({ description: 'Ce que Santé Québec a fait d’une version de la reddition demandée.' })
export class ExamenDemande {
  @Field(() => ID, { description: 'Version examinée.' })
  redditionId: string;

  @Field(() => Boolean, { description: 'Vrai si elle est consolidée, faux si elle est retournée.' })
  consolidee: boolean;

  @Field(() => DateTime, { description: 'Instant de l’examen.' })
  examineLe: string;

  @ListSize(50)
  @Field(() => [ID], { description: 'Mesures retournées ; vide autrement.' })
  mesuresRetournees: string[];
}

@Directive('@shareable')
@ObjectType({
  description: 'Ce qu’une campagne demande à un établissement territorial, et pour quand (mandats S1 et S4).',
})
export class DemandeCampagne {
  @Field(() => ID, { description: 'Campagne, par exemple « 2026-2027 ».' })
  campagneCode: string;

  @Field(() => ID, { description: 'Établissement qui doit rendre compte.' })
  etablissementCode: string;

  @Field(() => DateTime, { description: 'Ouverture de la campagne.' })
  ouverteLe: string;

  @Field(() => DateTime, { nullable: true, description: 'Sa fermeture.' })
  fermeeLe: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour avant lequel soumettre laisse le temps de corriger.',
  })
  echeanceRecommandee: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour où soumettre n’est pas en retard.' })
  echeance: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour où soumettre sans exception.' })
  cloture: string | null;

  @ListSize(15)
  @Field(() => [ID], { description: 'Territoires de CLSC à mesurer.' })
  territoires: string[];

  @ListSize(13)
  @Field(() => [ID], { description: 'Périodes financières à mesurer.' })
  periodes: string[];

  @ListSize(20)
  @Field(() => [CelluleDemandee], { description: 'Exigences à mesurer, selon le canevas de la campagne.' })
  cellules: CelluleDemandee[];

  @ListSize(5)
  @Field(() => [ExceptionDemandee], { description: 'Délais accordés à cet établissement, dans l’ordre.' })
  exceptions: ExceptionDemandee[];

  @ListSize(5)
  @Field(() => [ExamenDemande], { description: 'Examens de ses redditions dans cette campagne.' })
  examens: ExamenDemande[];

  @Field(() => Origine, { description: 'SAISIE, ou DEMONSTRATION pour une campagne fictive.' })
  origine: Origine;
}

/** All of what is asked, as a field set. */
export const DEMANDES =
  'demandes { campagneCode etablissementCode ouverteLe fermeeLe echeanceRecommandee echeance cloture territoires periodes cellules { exigence volet annuelle } exceptions { jusquAu accordeeLe } examens { redditionId consolidee examineLe mesuresRetournees } origine }';
