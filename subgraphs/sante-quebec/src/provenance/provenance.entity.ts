import type { Entity } from '@palier/runtime/entity';
import { Passage, ProvenanceResolver } from '@palier/runtime/ministry.type';

export const provenance: Entity = { types: [Passage], resolvers: [ProvenanceResolver] };
