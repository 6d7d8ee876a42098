import { createConnectionType } from '@palier/runtime/connection';
import { EtatConstat } from '@palier/runtime/etat-constat';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { DimensionConstat } from './constat-enums.ts';

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
  { by: DimensionConstat, groups: GroupeRepartition },
);
