import { createConnectionType } from '@palier/runtime/connection';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
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

  @Field(() => StatutCampagne, { description: 'État.' })
  statut: StatutCampagne;

  @Field(() => Boolean, {
    description: 'Vrai pour la campagne ouverte en dernier : celle qu’on entend quand on n’en nomme aucune.',
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
