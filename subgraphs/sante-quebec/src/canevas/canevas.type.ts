import { createConnectionType } from '@palier/runtime/connection';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Indicateur } from '../indicateur/indicateur.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const NatureCanevas = { OFFICIEL: 'OFFICIEL', DEMONSTRATION: 'DEMONSTRATION' } as const;
export type NatureCanevas = (typeof NatureCanevas)[keyof typeof NatureCanevas];

registerEnumType(NatureCanevas, {
  name: 'NatureCanevas',
  description: 'Portée d’un canevas.',
  valuesConfig: {
    OFFICIEL: { description: 'Publié par Santé Québec.' },
    DEMONSTRATION: { description: 'Fictif, pour la démonstration seulement.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Canevas de reddition de comptes (mandat S1) : ce qu’une campagne demande. Un canevas qui nomme un standard de qualité est refusé.',
})
export class Canevas {
  @Field(() => ID, { description: 'Exercice et version, par exemple « 2025-2026-V1 ».' })
  code: string;

  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version: number;

  @Field(() => String, { description: 'Exercice financier, par exemple « 2025-2026 ».' })
  exercice: string;

  @Field(() => NatureCanevas, { description: 'Publié, ou fictif.' })
  nature: NatureCanevas;

  @Field(() => [Indicateur], { description: 'Indicateurs demandés.' })
  indicateurs?: Indicateur[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const CanevasConnection = createConnectionType(
  'Canevas',
  () => Canevas,
  () => Absence,
);
