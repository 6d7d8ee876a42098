import type { Entity } from '@palier/runtime/entity';
import { Passage } from '../other-levels/ministry.type.ts';
import { ProvenanceResolver } from './provenance.resolver.ts';

export const provenance: Entity = { types: [Passage], resolvers: [ProvenanceResolver] };
