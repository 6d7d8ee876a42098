import { EtatConstat } from '@palier/runtime/etat-constat';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

export const DecisionConstat = {
  PRIS_EN_COMPTE: 'PRIS_EN_COMPTE',
  RETOURNE: 'RETOURNE',
  SANS_SUITE_MOTIVEE: 'SANS_SUITE_MOTIVEE',
} as const;
export type DecisionConstat = (typeof DecisionConstat)[keyof typeof DecisionConstat];

registerEnumType(DecisionConstat, {
  name: 'DecisionConstat',
  description: 'Suite donnée à un constat territorial (déduit : aucun texte ne nomme ces états).',
  valuesConfig: {
    PRIS_EN_COMPTE: { description: 'Pris en compte.' },
    RETOURNE: { description: 'Retourné pour complément.' },
    SANS_SUITE_MOTIVEE: { description: 'Sans suite, avec ses motifs.' },
  },
});

@ObjectType({
  description:
    'Suite donnée par Santé Québec à un constat territorial. Sans suite, `absence` dit qui la doit, ou pourquoi personne.',
})
export class SuiteConstat {
  @Field(() => DecisionConstat, { nullable: true, description: 'Décision.' })
  decision: DecisionConstat | null;

  @Field(() => String, { nullable: true, description: 'Réponse adressée à ceux qui ont fait le constat.' })
  reponse: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Moment de la réponse.' })
  donneeLe: string | null;

  @Field(() => Absence, { nullable: true, description: 'Présente quand la suite manque.' })
  absence: Absence | null;

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Constat {
  @Field(() => ID)
  id: string;

  @Directive('@external')
  @Field(() => EtatConstat)
  etat?: EtatConstat;

  @Directive('@external')
  @Field(() => TerritoireClsc, { nullable: true })
  territoire?: TerritoireClsc | null;

  @Directive('@requires(fields: "etat territoire { code }")')
  @Field(() => SuiteConstat, { nullable: true, description: 'Suite donnée par Santé Québec à ce constat.' })
  suite?: SuiteConstat | null;
}
