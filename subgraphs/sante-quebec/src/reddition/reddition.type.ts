import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
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
    CONSOLIDEE: { description: 'Consolidée.' },
    TRANSMISE: { description: 'Transmise au ministère.' },
  },
});

@ObjectType({
  description: 'Examen d’une reddition par Santé Québec. Sans examen, `absence` dit qui le doit.',
})
export class Examen {
  @Field(() => StatutExamen, { nullable: true, description: 'Issue.' })
  statut: StatutExamen | null;

  @Field(() => [String], { description: 'Motifs d’un retour ; vide autrement.' })
  motifs: string[];

  @Field(() => DateTime, { nullable: true, description: 'Moment de l’examen.' })
  examineLe: string | null;

  @Field(() => Absence, { nullable: true, description: 'Présente quand l’examen manque.' })
  absence: Absence | null;

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Reddition {
  @Field(() => ID)
  id: string;

  @Field(() => Examen, { nullable: true, description: 'Examen de cette reddition par Santé Québec.' })
  examen?: Examen | null;
}
