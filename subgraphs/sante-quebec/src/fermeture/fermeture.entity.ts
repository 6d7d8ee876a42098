import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { fermerCampagne } from './fermeture.actes.ts';
import {
  CampagneFermetureResolver,
  VersionRetenueResolver,
  versionRetenueReference,
} from './fermeture.resolver.ts';
import { VersionRetenue } from './fermeture.type.ts';

export const fermeture: Entity = {
  types: [VersionRetenue],
  references: [versionRetenueReference],
  resolvers: [CampagneFermetureResolver, VersionRetenueResolver],
  actes: [fermerCampagne],
  versions: () => [
    defineFollowed('VersionRetenue', {
      table: 'version_retenue',
      key: ['campagne_code', 'etablissement_code'],
      etablissement: 'etablissement_code',
      fields: [['reddition', 'reddition_id'], 'raison'],
    }),
  ],
};
