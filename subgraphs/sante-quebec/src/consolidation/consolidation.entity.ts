import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';

export const consolidation: Entity = {
  versions: () => [
    defineFollowed('Consolidation', {
      table: 'consolidation',
      key: ['campagne_code'],
      fields: ['source', 'version', ['consolideLe', 'consolide_le']],
    }),
  ],
};
