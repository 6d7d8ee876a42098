import { DateTime } from '@palier/runtime/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({ description: 'Transmission des bilans d’une campagne au ministère.' })
export class Transmission {
  @Field(() => String, { description: 'Version des bilans transmis, telle que `Bilan.version` la donne.' })
  version: string;

  @Field(() => DateTime, { description: 'Instant.' })
  transmiseLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
