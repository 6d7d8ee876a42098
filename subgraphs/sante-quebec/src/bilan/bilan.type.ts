import { Cost, ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Campagne } from '../campagne/campagne.type.ts';
import { Indicateur } from '../indicateur/indicateur.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

/** The six counts, which add up to the values expected, and what they were counted on. */
@ObjectType()
class Compte {
  @Field(() => Int, { description: 'Mesures conformes.' })
  conformes: number;

  @Field(() => Int, { description: 'Mesures non conformes.' })
  nonConformes: number;

  @Field(() => Int, {
    description: 'Mesures que les sources, ou une condition du seuil, laissent indéterminées.',
  })
  indetermines: number;

  @Field(() => Int, {
    description:
      'Mesures sans verdict : celles qui ne peuvent en avoir, celles sans valeur, et toutes celles d’une case dont les verdicts sont réservés.',
  })
  sansVerdict: number;

  @Field(() => Int, {
    description:
      'Mesures que la campagne demande et qui manquent, d’une période finie au jour de la consolidation (inférence) : elles sont dues, que la clôture soit passée ou non. Zéro là où aucun établissement territorial ne rend de compte (E11) ; où rien n’est mesuré non plus, il n’y a pas de bilan.',
  })
  absents: number;

  @Field(() => Int, {
    description:
      'Mesures que la campagne demande et qui ne sont pas encore dues : leur période n’était pas finie au jour de la consolidation. Zéro quand la campagne est fermée : elle ne les demande plus.',
  })
  attendues: number;

  @Field(() => Boolean, {
    description:
      'Vrai quand les verdicts d’une case au moins (territoire, exigence, volet) ne se disent plus : un chiffre qu’elle comptait est supprimé depuis, et toutes ses mesures sont dans `sansVerdict`, jusqu’à la consolidation suivante de ce qui peut encore changer. Les comptes ne se comparent alors pas à ceux d’un autre instant.',
  })
  verdictsReserves: boolean;

  @Field(() => Provenance, {
    description: 'Nature des mesures comptées : une seule mesure fictive fait du tout une démonstration.',
  })
  provenance: Provenance;
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

  @ListSize(3)
  @Field(() => [BilanExigence], { description: 'Comptes par exigence et par volet.' })
  parExigence: BilanExigence[];
}

@Cost(5)
@ObjectType({
  description:
    'Bilan d’un territoire, ou d’une unité qui en compose plusieurs, pour une campagne : copie consolidée par Santé Québec (mandat S4), avec sa source, sa date et sa version. Celui d’une campagne ouverte compte les mesures publiées au moment de la consolidation : celles de la dernière version soumise et non retirée de chaque établissement, examinée ou non, retournée comprise. Celui d’une campagne fermée compte, de chaque établissement qui doit un compte, la version que la fermeture retient ; consolidé après la fermeture, il ne change plus, à moins qu’on ne le transmette ou le consolide de nouveau. Un chiffre supprimé depuis cesse d’être dit dès que Santé Québec l’apprend, sans attendre de consolidation (`verdictsReserves`) ; de versions retenues, il est supprimé aussi.',
})
export class Bilan extends Compte {
  @Field(() => Campagne, { description: 'Campagne.' })
  campagne?: Campagne;

  @Field(() => Int, { description: 'Territoires de CLSC comptés, chacun une fois.' })
  territoires: number;

  @Field(() => Int, {
    description:
      'Territoires comptés dont rien n’est mesuré : ce que la campagne en attend, s’il en est attendu quelque chose, est dans `absents` et `attendues`, et non zéro.',
  })
  territoiresSansMesure: number;

  @ListSize(9)
  @Field(() => [BilanIndicateur], { description: 'Comptes par indicateur.' })
  parIndicateur: BilanIndicateur[];

  @Field(() => DateTime, { description: 'Moment de la consolidation.' })
  consolideLe: string;

  @Field(() => String, { description: 'D’où viennent les mesures consolidées.' })
  source: string;

  @Directive(INTERNE)
  @Field(() => String, {
    description:
      'Empreinte des mesures et des seuils consolidés, faite avec un secret de cette base : elle dit s’ils sont les mêmes, et rien d’eux.',
  })
  version: string;
}

export type CompteValue = Compte;

/** A bilan as its rows give it; the campagne and the indicateurs are read by their own loaders. */
export interface BilanValue extends Bilan {
  readonly campagneCode: string;
  /** Of which territories: a column of how they are composed, or « quebec », and what it holds. */
  readonly de: readonly [column: string, code: string];
}

export interface BilanIndicateurValue extends BilanIndicateur {
  readonly indicateurCode: string;
}

/** Counts as their row gives them; no territory where those of a unit are summed up. */
export interface BilanExigenceValue extends BilanExigence {
  readonly key: Readonly<Record<'campagne' | 'territoire' | 'exigence' | 'volet', string>>;
  readonly unite: UniteAsked | null;
}

/** Which unit: one of the ministry's, or Québec whole, whose code is empty. */
export interface UniteAsked {
  readonly campagne: string;
  readonly sorte: 'RLS' | 'RTS' | 'RSS' | 'QUEBEC';
  readonly code: string;
}
