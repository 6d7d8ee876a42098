import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import {
  DemandeModificationResolver,
  demandeModificationReference,
} from './demande-modification.resolver.ts';
import { DemandeModification } from './demande-modification.type.ts';

export const demandeModification: Entity = {
  types: [DemandeModification],
  references: [demandeModificationReference],
  resolvers: [DemandeModificationResolver],
  versions: () => [
    defineVersions(DemandeModification, {
      table: 'demande_modification',
      territoire: 'territoire_codes',
      etablissement: 'etablissement_code',
      fields: ['etat', 'limites', 'avisSantePublique', 'communication', 'planRattachement', 'deposeeLe'],
    }),
    defineFollowed('ImpactModification', {
      table: 'impact_modification',
      key: ['id'],
      fields: ['nature', 'evaluation'],
    }),
  ],
};
