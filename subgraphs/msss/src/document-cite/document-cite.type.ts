import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Document qu’un document du graphe cite, sans que le graphe en tire de faits.' })
export class DocumentCite {
  @Field(() => ID, { description: 'Par exemple « DC1 ».' })
  code: string;

  @Field(() => String, { description: 'Comment le retrouver.' })
  reference: string;

  @Field(() => Provenance, { description: 'Où il est cité.' })
  provenance: Provenance;
}
