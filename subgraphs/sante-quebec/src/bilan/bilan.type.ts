import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Campagne } from '../campagne/campagne.type.ts';
import { Indicateur } from '../indicateur/indicateur.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

/** The five counts; they add up to the values expected. */
@ObjectType()
class Compte {
  @Field(() => Int, { description: 'Mesures conformes.' })
  conformes: number;

  @Field(() => Int, { description: 'Mesures non conformes.' })
  nonConformes: number;

  @Field(() => Int, { description: 'Mesures sur lesquelles les sources se contredisent.' })
  indetermines: number;

  @Field(() => Int, { description: 'Mesures sans verdict possible, celles sans valeur comprises.' })
  sansVerdict: number;

  @Field(() => Int, { description: 'Mesures attendues qui manquent.' })
  absents: number;
}

@ObjectType({ description: 'Comptes d’un territoire pour une exigence et un volet.' })
export class BilanExigence extends Compte {
  @Field(() => Exigence, { nullable: true, description: 'Exigence mesurée.' })
  exigence: Exigence | null;

  @Field(() => String, { nullable: true, description: 'Volet mesuré ; nul quand l’exigence n’en a pas.' })
  volet: string | null;
}

@ObjectType({ description: 'Comptes d’un territoire pour un indicateur.' })
export class BilanIndicateur extends Compte {
  @Field(() => Indicateur, { description: 'Indicateur.' })
  indicateur?: Indicateur;

  @Field(() => [BilanExigence], { description: 'Comptes par exigence et par volet.' })
  parExigence: BilanExigence[];
}

@ObjectType({
  description:
    'Bilan d’un territoire pour une campagne : copie consolidée par Santé Québec (mandat S4), avec sa source, sa date et sa version.',
})
export class Bilan extends Compte {
  @Field(() => Campagne, { description: 'Campagne.' })
  campagne?: Campagne;

  @Field(() => [BilanIndicateur], { description: 'Comptes par indicateur.' })
  parIndicateur: BilanIndicateur[];

  @Field(() => DateTime, { description: 'Moment de la consolidation.' })
  consolideLe: string;

  @Field(() => String, { description: 'D’où viennent les mesures consolidées.' })
  source: string;

  @Directive(INTERNE)
  @Field(() => String, { description: 'Empreinte des mesures et des seuils consolidés.' })
  version: string;

  @Field(() => Provenance, { description: 'Nature des mesures consolidées.' })
  provenance: Provenance;
}

export type CompteValue = Compte;

/** A bilan as its rows give it; the campagne and the indicateurs are read by their own loaders. */
export interface BilanValue extends Bilan {
  readonly campagneCode: string;
}

export interface BilanIndicateurValue extends BilanIndicateur {
  readonly indicateurCode: string;
}
