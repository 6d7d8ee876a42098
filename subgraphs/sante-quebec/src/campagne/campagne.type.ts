import { ListSize } from '@palier/runtime/demand';
import { createConnectionType } from '@palier/runtime/connection';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { ArgsType, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Canevas } from '../canevas/canevas.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const StatutCampagne = { OUVERTE: 'OUVERTE', FERMEE: 'FERMEE' } as const;
export type StatutCampagne = (typeof StatutCampagne)[keyof typeof StatutCampagne];

registerEnumType(StatutCampagne, {
  name: 'StatutCampagne',
  description: 'État d’une campagne (déduit : aucun texte ne nomme ces états).',
  valuesConfig: {
    OUVERTE: { description: 'Les établissements peuvent saisir.' },
    FERMEE: { description: 'La saisie est close.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'Campagne de reddition de comptes : Santé Québec la coordonne (mandat S4) selon un canevas.',
})
export class Campagne {
  @Field(() => ID, { description: 'Code de la campagne, par exemple « 2025-2026 ».' })
  code: string;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, { description: 'Exercice financier couvert, du 1er avril au 31 mars.' })
  exercice: string;

  @Field(() => Canevas, { nullable: true, description: 'Canevas suivi.' })
  canevas?: Canevas | null;

  @Field(() => DateTime, { description: 'Ouverture.' })
  ouverteLe: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Fermeture ; nulle tant que la campagne est ouverte.',
  })
  fermeeLe: string | null;

  @ListSize(13)
  @Field(() => [String], {
    description:
      'Périodes financières demandées, par exemple « 2026-2027-P03 » ; vide pour toutes celles de l’exercice.',
  })
  periodes: readonly string[];

  @ListSize(13)
  @Field(() => [String], {
    description:
      'Celles des périodes demandées qui ont commencé au jour de la question : d’une autre, rien ne se mesure encore. Aucun document ne les date ; de vingt-huit jours chacune à partir du 1er avril, la dernière jusqu’au 31 mars, est une inférence.',
  })
  periodesCommencees?: readonly string[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Jour avant lequel soumettre laisse le temps de corriger ; nul si Santé Québec n’en a pas fixé.',
  })
  echeanceRecommandee: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour où une reddition n’est pas en retard ; nul si Santé Québec n’en a pas fixé.',
  })
  echeance: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour où soumettre sans exception ; nul si Santé Québec n’en a pas fixé.',
  })
  cloture: string | null;

  @Field(() => StatutCampagne, { description: 'État.' })
  statut: StatutCampagne;

  @Field(() => Boolean, {
    description:
      'Vrai pour celle qu’on entend quand on n’en nomme aucune : de celles qui sont ouvertes, ou de toutes si aucune ne l’est, celle du dernier exercice, ouverte en dernier. Avant qu’une de ses périodes ait commencé, une campagne cède à toute autre.',
  })
  courante?: boolean;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A campagne as its row gives it; its canevas is read by its own loader. */
export interface CampagneValue extends Campagne {
  readonly canevasCode: string;
}

export const CampagneConnection = createConnectionType(
  'Campagne',
  () => Campagne,
  () => Absence,
);

@ArgsType()
export class CampagneActeArgs extends ActeArgs {
  @Field(() => ID, { description: 'Campagne, par exemple « 2026-2027 ».' })
  campagne: string;
}

@ArgsType()
export class OuvrirCampagneArgs extends ActeArgs {
  @Field(() => ID, {
    description:
      'Code de la campagne : un exercice, suivi s’il y en a plusieurs d’un mot, comme « 2026-2027-P03 ».',
  })
  code: string;

  @Field(() => String, { nullable: true, description: 'Nom ; à défaut, « Campagne » et le code.' })
  nom?: string | null;

  @Field(() => ID, { description: 'Canevas suivi, par exemple « 2026-2027-V1 ».' })
  canevas: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Périodes financières demandées, une au moins ; sans cet argument, toutes celles de l’exercice.',
  })
  periodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Jour avant lequel soumettre laisse le temps de corriger : « 2027-05-01 ». Comme les deux autres, il n’est ni passé, ni avant la fin de la dernière période demandée.',
  })
  echeanceRecommandee?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Dernier jour où une reddition n’est pas en retard.',
  })
  echeance?: string | null;

  @Field(() => String, { nullable: true, description: 'Dernier jour où soumettre sans exception.' })
  cloture?: string | null;
}

@ObjectType({ description: 'L’acte fait sur une campagne, et la campagne.' })
export class CampagneResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => Campagne, { nullable: true, description: 'Campagne, telle qu’elle est maintenant.' })
  campagne: Campagne | null;
}
