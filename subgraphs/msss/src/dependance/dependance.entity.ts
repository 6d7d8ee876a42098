import type { Entity } from '@palier/runtime/entity';
import { DependantResolver } from './dependance.resolver.ts';

export const dependance: Entity = { resolvers: [DependantResolver] };
