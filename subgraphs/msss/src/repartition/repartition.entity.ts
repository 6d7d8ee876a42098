import type { Entity } from '@palier/runtime/entity';
import { GroupeRepartitionResolver } from './groupe-repartition.resolver.ts';

export const repartition: Entity = { resolvers: [GroupeRepartitionResolver] };
