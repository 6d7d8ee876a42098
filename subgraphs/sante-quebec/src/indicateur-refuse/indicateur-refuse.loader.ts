import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { IndicateurRefuseTable } from '../../tables/indicateur-refuse.table.ts';
import type { Reading } from '../tables.ts';
import { listIndicateursRefuses } from './indicateur-refuse.queries.ts';
import type { IndicateurRefuse, RaisonRefus } from './indicateur-refuse.type.ts';

export const readIndicateursRefuses = defineReading(
  async ({ database }: Reading, raison: RaisonRefus | null) =>
    (await listIndicateursRefuses(database, raison)).map(toIndicateurRefuse),
);

function toIndicateurRefuse(row: IndicateurRefuseTable): IndicateurRefuse {
  return {
    standard: { code: row.standard_code },
    raison: row.raison,
    motif: row.motif,
    exigences: row.exigences.map((code) => ({ code })),
    provenance: toProvenance(row.provenance),
  };
}
