import { toInstant } from '@palier/runtime/instant';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findTransmissionsByCampagnes } from './transmission.queries.ts';
import type { Transmission } from './transmission.type.ts';

export const transmissionsByCampagne = defineLoader<string, Transmission[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findTransmissionsByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => ({
        version: row.version,
        transmiseLe: toInstant(row.transmise_le),
        provenance: toProvenance(row.provenance),
      })),
    );
  },
);
