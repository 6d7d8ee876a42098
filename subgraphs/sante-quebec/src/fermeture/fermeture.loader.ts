import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findRetenuesByCampagnes } from './fermeture.queries.ts';
import type { VersionRetenueValue } from './fermeture.type.ts';

export const retenuesByCampagne = defineLoader<string, VersionRetenueValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findRetenuesByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => ({
        id: `${row.campagne_code}:${row.etablissement_code}`,
        campagne: row.campagne_code,
        etablissement: { code: row.etablissement_code },
        reddition: row.reddition_id === null ? null : { id: row.reddition_id },
        raison: row.raison,
        retournee: row.retournee,
      })),
    );
  },
);
