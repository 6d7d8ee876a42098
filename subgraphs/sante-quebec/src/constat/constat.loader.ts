import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { SuiteConstatTable } from '../../tables/constat.table.ts';
import type { Reading } from '../tables.ts';
import { findSuitesByConstats } from './constat.queries.ts';
import type { SuiteConstat } from './constat.type.ts';

export const suiteByConstat = defineLoader<string, SuiteConstat | null>(
  async ({ database }: Reading, ids) => {
    const rows = await findSuitesByConstats(database, ids);
    return inKeyOrder(ids, rows, (row) => row.constat_id).map((row) => row && toSuite(row));
  },
);

function toSuite(row: SuiteConstatTable): SuiteConstat {
  return {
    decision: row.decision,
    reponse: row.reponse,
    donneeLe: toInstant(row.donnee_le),
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
