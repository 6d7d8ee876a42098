import type { Entity } from '@palier/runtime/entity';
import { ImportationResolver } from './importation.resolver.ts';

export const importation: Entity = { resolvers: [ImportationResolver] };
