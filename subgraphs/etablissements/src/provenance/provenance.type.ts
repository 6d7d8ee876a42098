import { ProvenanceFields } from '@palier/runtime/provenance';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Document } from '../other-levels/ministry.type.ts';

@Directive('@shareable')
@ObjectType('Provenance', { description: 'D’où vient un fait, et avec quelle certitude.' })
export class Provenance extends ProvenanceFields {
  @Field(() => Document, {
    nullable: true,
    description: 'Document cité ; absent pour une table officielle, une saisie ou une démonstration.',
  })
  document: Document | null;
}
