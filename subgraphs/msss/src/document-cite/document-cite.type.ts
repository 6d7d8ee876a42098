import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@ObjectType({ description: 'Document que le document 004 cite, sans que le graphe en tire de faits.' })
export class DocumentCite {
  @Field(() => ID, { description: 'De « DC1 » à « DC8 ».' })
  code: string;

  @Field(() => String, { description: 'Comment le retrouver.' })
  reference: string;

  @Field(() => Provenance, { description: 'Où il est cité.' })
  provenance: Provenance;
}
