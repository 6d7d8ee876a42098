import { createConnectionType } from '@palier/runtime/connection';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const EtatConstat = {
  OBSERVE: 'OBSERVE',
  DOCUMENTE: 'DOCUMENTE',
  RECOMMANDE: 'RECOMMANDE',
  TRANSMIS_ETABLISSEMENT: 'TRANSMIS_ETABLISSEMENT',
  TRANSMIS_SANTE_QUEBEC: 'TRANSMIS_SANTE_QUEBEC',
} as const;
export type EtatConstat = (typeof EtatConstat)[keyof typeof EtatConstat];

registerEnumType(EtatConstat, {
  name: 'EtatConstat',
  description:
    'Chemin d’un constat vers le haut, jusqu’à Santé Québec (004, L1554-1571) ; le découpage en étapes est une inférence.',
  valuesConfig: {
    OBSERVE: { description: 'Observé sur le terrain.' },
    DOCUMENTE: { description: 'Documenté par le CLSC.' },
    RECOMMANDE: { description: 'Accompagné d’une recommandation.' },
    TRANSMIS_ETABLISSEMENT: { description: 'Transmis à l’établissement.' },
    TRANSMIS_SANTE_QUEBEC: { description: 'Transmis à Santé Québec, qui lui donne suite.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Constat territorial : un besoin observé par le CLSC et porté vers les autres paliers.',
})
export class Constat {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire observé.' })
  territoire: TerritoireClsc;

  @Field(() => EtatConstat, { description: 'Étape.' })
  etat: EtatConstat;

  @Field(() => String, { description: 'Besoin observé.' })
  besoin: string;

  @Field(() => String, {
    nullable: true,
    description: 'Recommandation, s’il y en a une : c’est un acte distinct du constat.',
  })
  recommandation: string | null;

  @Field(() => DateScalar, { description: 'Jour de l’observation.' })
  observeLe: string;

  @Field(() => DateTime, { nullable: true, description: 'Instant de la dernière transmission.' })
  transmisLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const ConstatConnection = createConnectionType(
  'Constat',
  () => Constat,
  () => Absence,
);
