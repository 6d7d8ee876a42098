import { toInstant } from '@palier/runtime/instant';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toLocalDay } from '@palier/runtime/local-day';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findExceptionsByCampagnes } from './exception-campagne.queries.ts';
import type { ExceptionCampagne } from './exception-campagne.type.ts';
import type { ExceptionCampagneTable } from '../../tables/exception-campagne.table.ts';

export const exceptionsByCampagne = defineLoader<string, ExceptionCampagne[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExceptionsByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => {
        const given = group.filter((one) => one.etablissement_code === row.etablissement_code);
        const version = given.indexOf(row) + 1;
        return {
          etablissement: { code: row.etablissement_code },
          version,
          jusquAu: row.jusqu_au,
          motif: row.motif,
          accordeeLe: toInstant(row.accordee_le),
          finieLe: toEndedAt(row, given[version]?.accordee_le ?? row.fermee_le),
          provenance: toProvenance(row.provenance),
        };
      }),
    );
  },
);

/** When what came after it ended it before its last day was over. */
function toEndedAt({ jusqu_au }: Pick<ExceptionCampagneTable, 'jusqu_au'>, followed: string | null) {
  const ended = followed === null ? null : toInstant(followed);
  return ended !== null && toLocalDay(ended) <= jusqu_au ? ended : null;
}
