import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { TerritoireInstallationsResolver, installationReference } from './installation.resolver.ts';
import { Installation } from './installation.type.ts';

export const installation: Entity = {
  types: [Installation],
  references: [installationReference],
  resolvers: [TerritoireInstallationsResolver],
  versions: () => [
    defineVersions(Installation, {
      table: 'installation',
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: [
        'nom',
        ['territoire', 'territoire_code'],
        ['etablissement', 'etablissement_code'],
        'missionClsc',
      ],
    }),
  ],
};
