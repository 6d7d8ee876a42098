import type { Entity } from '@palier/runtime/entity';
import { PassageResolver, ProvenancePassageResolver, passageReference } from './passage.resolver.ts';
import { Passage } from './passage.type.ts';

export const passage: Entity = {
  types: [Passage],
  references: [passageReference],
  resolvers: [PassageResolver, ProvenancePassageResolver],
};
