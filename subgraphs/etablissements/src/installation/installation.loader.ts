import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { defineListing } from '../listing/listing.ts';
import type { Installation } from './installation.type.ts';
import { INSTALLATION_COLUMNS, type InstallationTable } from '../../tables/installation.table.ts';

export const installations = defineListing({
  table: 'installation',
  columns: INSTALLATION_COLUMNS,
  key: 'code',
  toNode: toInstallation,
  keyOf: ({ code }) => code,
  absence: deducedOfEtablissement(
    'E4',
    'Aucune installation n’a été déclarée pour ce territoire. Aucun document ne les énumère ; l’établissement dispense l’offre de base dans chaque territoire (004, 3.2.3, L1838-1839), et en déduire qu’il en dit les lieux est une inférence. Celles que le registre du ministère publie, une fois importé, sont dans `installationsPubliees`.',
  ),
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
