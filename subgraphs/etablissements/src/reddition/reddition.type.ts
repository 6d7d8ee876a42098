import { createConnectionType } from '@palier/runtime/connection';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Mesure } from '../mesure/mesure.type.ts';
import { Etablissement } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const EtatReddition = { SAISIE: 'SAISIE', SOUMISE: 'SOUMISE' } as const;
export type EtatReddition = (typeof EtatReddition)[keyof typeof EtatReddition];

registerEnumType(EtatReddition, {
  name: 'EtatReddition',
  description:
    'Étapes qui reviennent à l’établissement ; la suite est l’examen de Santé Québec. Le découpage en étapes est une inférence.',
  valuesConfig: {
    SAISIE: { description: 'En cours de saisie.' },
    SOUMISE: { description: 'Soumise à Santé Québec.' },
  },
});

@ObjectType({ description: 'Une mesure, telle qu’une version de la reddition la porte.' })
export class LigneReddition {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Mesure, { nullable: true, description: 'Mesure, dans son état actuel.' })
  mesure?: Mesure | null;

  @Field(() => Int, { description: 'Version de la mesure au moment de la reddition.' })
  versionMesure: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur au moment de la reddition, dans l’unité de la mesure.',
  })
  valeur: number | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A line as its row gives it; its measure is read by its own loader. */
export interface LigneRedditionValue extends LigneReddition {
  readonly mesureId: string;
}

export const LigneRedditionConnection = createConnectionType(
  'LigneReddition',
  () => LigneReddition,
  () => Absence,
);

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Version de la reddition de comptes d’un établissement pour une campagne.' })
export class Reddition {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui rend compte.' })
  etablissement: Etablissement;

  @Field(() => ID, { description: 'Code de la campagne de Santé Québec, par exemple « 2025-2026 ».' })
  campagne: string;

  @Field(() => Int, { description: 'Version, à partir de 1 : une nouvelle peut toujours suivre.' })
  version: number;

  @Field(() => EtatReddition, { description: 'Étape.' })
  etat: EtatReddition;

  @Field(() => DateTime, { description: 'Instant de la saisie.' })
  saisieLe: string;

  @Field(() => DateTime, { nullable: true, description: 'Instant de la soumission.' })
  soumiseLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const RedditionConnection = createConnectionType(
  'Reddition',
  () => Reddition,
  () => Absence,
);
