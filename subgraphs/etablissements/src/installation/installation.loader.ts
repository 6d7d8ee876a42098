import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { Installation } from './installation.type.ts';
import { INSTALLATION_COLUMNS, type InstallationTable } from '../../tables/installation.table.ts';

export const installations = defineListing({
  table: 'installation',
  columns: INSTALLATION_COLUMNS,
  key: 'code',
  toNode: toInstallation,
  keyOf: ({ code }) => code,
  absence: ABSENCES.installations,
});

function toInstallation(row: InstallationTable): Installation {
  return {
    code: row.code,
    nom: row.nom,
    territoire: { code: row.territoire_code },
    etablissement: { code: row.etablissement_code },
    missionClsc: row.mission_clsc,
    provenance: toProvenance(row.provenance),
  };
}
