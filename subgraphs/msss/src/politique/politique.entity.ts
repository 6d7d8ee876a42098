import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { PolitiqueResolver, politiqueReference } from './politique.resolver.ts';
import { AxePolitique, ModificationRecommandee, OrientationPolitique, Politique } from './politique.type.ts';
import {
  AxePolitiqueResolver,
  OrientationPolitiqueResolver,
  axePolitiqueReferences,
} from './axe-politique.resolver.ts';
import {
  ModificationRecommandeeResolver,
  modificationReference,
} from './modification-recommandee.resolver.ts';

export const politique: Entity = {
  types: [AxePolitique, ModificationRecommandee, OrientationPolitique, Politique],
  references: [politiqueReference, ...axePolitiqueReferences, modificationReference],
  resolvers: [
    PolitiqueResolver,
    AxePolitiqueResolver,
    OrientationPolitiqueResolver,
    ModificationRecommandeeResolver,
  ],
  versions: () => [
    defineVersions(Politique, { table: 'politique', fields: ['titre', 'statut'] }),
    defineVersions(AxePolitique, { table: 'axe_politique', fields: ['rang', 'titre'] }),
    defineVersions(OrientationPolitique, { table: 'orientation_politique', fields: ['titre'] }),
    defineVersions(ModificationRecommandee, {
      table: 'modification_recommandee',
      fields: ['type', 'enonce', 'statut'],
    }),
  ],
};
