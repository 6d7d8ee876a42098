import { ListSize } from '@palier/runtime/demand';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte, ActionPossible } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { DateTime } from '@palier/runtime/scalars';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Campagne } from '../campagne/campagne.type.ts';
import { Mesure } from '../mesure/mesure.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const StatutExamen = {
  RETOURNEE: 'RETOURNEE',
  CONSOLIDEE: 'CONSOLIDEE',
  TRANSMISE: 'TRANSMISE',
} as const;
export type StatutExamen = (typeof StatutExamen)[keyof typeof StatutExamen];

registerEnumType(StatutExamen, {
  name: 'StatutExamen',
  description: 'Ce que Santé Québec a fait d’une reddition (déduit : aucun texte ne nomme ces états).',
  valuesConfig: {
    RETOURNEE: { description: 'Retournée à l’établissement, avec ses motifs.' },
    CONSOLIDEE: { description: 'Acceptée au terme de l’examen.' },
    TRANSMISE: {
      description:
        'Transmise au ministère. Jamais donné : ce sont les bilans d’une campagne qui sont transmis.',
      deprecationReason: 'Jamais donné : `transmissions` de la campagne dit ce qui a été transmis.',
    },
  },
});

@ObjectType({ description: 'Une mesure retournée : pourquoi, et ce qu’on attend d’elle.' })
export class CelluleRetournee {
  @Field(() => Mesure, { nullable: true, description: 'Mesure retournée.' })
  mesure: Mesure;

  @Field(() => ID, { description: 'Identifiant de la mesure.' })
  mesureId: string;

  @Field(() => String, { description: 'Pourquoi elle est retournée.' })
  motif: string;

  @Field(() => String, { description: 'Ce qui est attendu : la version suivante y répond.' })
  attendu: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Pourquoi ce qui est écrit de cette mesure, `motif` et `attendu`, ne vous est pas donné ; nul quand il l’est.',
  })
  texteReserve: string | null;
}

@ObjectType({
  description:
    'Examen d’une reddition par Santé Québec. Sans examen, `absence` dit qui le doit, ou pourquoi personne.',
})
export class Examen {
  @Field(() => StatutExamen, { nullable: true, description: 'Issue.' })
  statut: StatutExamen | null;

  @ListSize(10)
  @Field(() => [String], {
    description:
      'Motifs d’un retour ; vide autrement. Un seul, qui le dit, quand celui d’une mesure ne vous est pas donné.',
  })
  motifs: string[];

  @ListSize(50)
  @Field(() => [CelluleRetournee], {
    nullable: 'items',
    description: 'Mesures retournées, une à une ; vide autrement. Le reste de la version tient.',
  })
  cellules?: readonly CelluleRetournee[];

  @Field(() => DateTime, { nullable: true, description: 'Moment de l’examen.' })
  examineLe: string | null;

  @Field(() => Absence, { nullable: true, description: 'Présente quand l’examen manque.' })
  absence: Absence | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Présente quand ce que disent les paliers de cette version ne va pas ensemble, et dit ce qui est alors publié : l’établissement l’a retirée, ou en a soumis une autre, au moment où Santé Québec l’examinait ; ou la fermeture retient une version retirée, ou ne retient pas la dernière version soumise.',
  })
  contradiction?: string | null;

  @ListSize(2)
  @Field(() => [ActionPossible], { description: 'Ce que vous pouvez faire de cette version en l’examinant.' })
  actionsPossibles?: ActionPossible[];

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;
}

@ObjectType({ description: 'Une campagne à laquelle une version soumise dans une autre répond aussi.' })
export class CampagneSatisfaite {
  @Field(() => Campagne, { description: 'Campagne.' })
  campagne: Campagne;

  @ListSize(10)
  @Field(() => [Exigence], { nullable: 'itemsAndList', description: 'Exigences que les deux demandent.' })
  exigences: Exigence[];

  @ListSize(13)
  @Field(() => [ID], { description: 'Périodes financières que les deux demandent.' })
  periodes: string[];

  @Field(() => Int, { description: 'Cases en commun : une période, une exigence et son volet.' })
  cellules: number;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Reddition {
  @Field(() => ID)
  id: string;

  @Directive('@external')
  @Field(() => DateTime, { nullable: true })
  soumiseLe?: string | null;

  @Directive('@external')
  @Field(() => DateTime, { nullable: true })
  retireeLe?: string | null;

  @Directive('@external')
  @Field(() => ID)
  campagne?: string;

  @Directive('@external')
  @Field(() => Int)
  version?: number;

  @Directive('@external')
  @Field(() => Reddition, { nullable: true })
  depasseePar?: Pick<Reddition, 'id' | 'version' | 'soumiseLe'> | null;

  @Directive('@external')
  @Field(() => [String])
  cellulesPortees?: string[];

  @ListSize(5)
  @Directive('@requires(fields: "campagne soumiseLe retireeLe cellulesPortees")')
  @Field(() => [CampagneSatisfaite], {
    nullable: true,
    description:
      'Autres campagnes ouvertes dont le canevas demande, pour les mêmes périodes, des exigences que cette version porte : rien n’est à saisir deux fois. Vide tant qu’elle n’est pas soumise, ou si elle est retirée.',
  })
  satisfaitAussi?: CampagneSatisfaite[] | null;

  @Directive('@requires(fields: "campagne soumiseLe")')
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai si cette version a été soumise au plus tard à l’échéance de sa campagne, faux si elle l’a été après, quoi que Santé Québec en ait fait depuis ; nul tant qu’elle n’est pas soumise, ou sans échéance. Une mesure qu’une version d’avant portait a pu être reçue plus tôt (`obligations { aTemps }`).',
  })
  aTemps?: boolean | null;

  @Directive('@requires(fields: "campagne soumiseLe retireeLe depasseePar { id version soumiseLe }")')
  @Field(() => Examen, { nullable: true, description: 'Examen de cette reddition par Santé Québec.' })
  examen?: Examen | null;
}

/** An examen as its row gives it; its cells are read by their own loader. */
export interface ExamenRead extends Examen {
  readonly redditionId: string;
}

/** An examen, or its absence, with the version as its établissement says it. */
export interface ExamenValue extends ExamenRead {
  readonly version: Reddition;
}

@InputType({ description: 'Une mesure à retourner.' })
export class CelluleARetourner {
  @Field(() => ID, { description: 'Identifiant de la mesure, tel que la version le porte.' })
  mesure: string;

  @Field(() => String, { description: 'Pourquoi elle est retournée.' })
  motif: string;

  @Field(() => String, { description: 'Ce qui est attendu.' })
  attendu: string;
}

@ArgsType()
export class ConsoliderRedditionArgs extends ActeArgs {
  @Field(() => ID, { description: 'Version à examiner.' })
  reddition: string;
}

@ArgsType()
export class RetournerRedditionArgs extends ConsoliderRedditionArgs {
  @Field(() => [CelluleARetourner], { description: 'Mesures retournées ; au moins une.' })
  cellules: CelluleARetourner[];
}

@ObjectType({ description: 'L’acte qui examine une version, et la reddition examinée.' })
export class ExamenResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => Reddition, { nullable: true, description: 'Reddition, telle qu’elle est maintenant.' })
  reddition: Reddition | null;
}
