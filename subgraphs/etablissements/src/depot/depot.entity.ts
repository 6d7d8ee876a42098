import type { Entity } from '@palier/runtime/entity';
import { DepotResolver } from './depot.resolver.ts';

export const depot: Entity = { resolvers: [DepotResolver] };
