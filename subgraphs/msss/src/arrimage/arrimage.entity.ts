import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ArrimageResolver, arrimageReference } from './arrimage.resolver.ts';
import { Arrimage } from './arrimage.type.ts';

export const arrimage: Entity = {
  types: [Arrimage],
  references: [arrimageReference],
  resolvers: [ArrimageResolver],
  versions: () => [defineVersions(Arrimage, { table: 'arrimage', fields: ['avec', 'mode'] })],
};
