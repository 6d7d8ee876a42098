import { toInstant } from '@palier/runtime/instant';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findAppreciations } from './appreciation.queries.ts';
import type { VersionAppreciation } from './appreciation.type.ts';
import type { AppreciationTable } from '../../tables/appreciation.table.ts';

/** All that the ministry said of the bilans of each campagne, the last first. */
export const appreciationsByCampagne = defineLoader<string, VersionAppreciation[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findAppreciations(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) => group.map(toVersion));
  },
);

function toVersion(row: AppreciationTable): VersionAppreciation {
  return {
    version: row.version,
    texte: row.texte,
    date: row.jour,
    versionBilans: row.version_bilans,
    transmiseLe: toInstant(row.transmise_le),
    apprecieeLe: toInstant(row.appreciee_le),
    provenance: toProvenance(row.provenance),
  };
}
