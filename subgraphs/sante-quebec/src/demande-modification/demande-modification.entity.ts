import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
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
    defineFollowed('AnalyseDemande', {
      table: 'analyse_demande',
      key: ['demande_id'],
      fields: ['effetDomino', 'conclusion', 'rendueLe'],
    }),
  ],
};
