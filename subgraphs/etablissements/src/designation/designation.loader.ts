import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { ABSENCES } from '../absence/absences.ts';
import { defineListing } from '../listing/listing.ts';
import type { Reading } from '../tables.ts';
import {
  DESIGNATION_COLUMNS,
  type DesignationTable,
  findDesignationsEnFonction,
} from './designation.queries.ts';
import type { Delegation, Designation, Gestionnaire } from './designation.type.ts';

const FONCTION = 'Gestionnaire de CLSC';

export const designations = defineListing({
  table: 'designation',
  columns: DESIGNATION_COLUMNS,
  key: 'id',
  toNode: toDesignation,
  keyOf: ({ id }) => id,
  absence: ABSENCES.designations,
});

/** Who answers for each territory; an absence where nobody does. */
export const gestionnaireLoader = defineLoader<string, Gestionnaire>(async ({ database }: Reading, codes) => {
  const rows = await findDesignationsEnFonction(database, codes);
  return inKeyOrder(codes, rows.map(toDesignation), ({ territoire }) => territoire.code).map(toGestionnaire);
});

function toGestionnaire(designation: Designation | null): Gestionnaire {
  return {
    fonction: designation === null ? null : FONCTION,
    designation,
    etablissement: designation?.etablissement ?? null,
    enFonctionDepuis: designation?.enFonctionDepuis ?? null,
    delegation: designation?.delegation ?? null,
    provenance: designation?.provenance ?? null,
    absence: designation === null ? ABSENCES.gestionnaire : null,
  };
}

function toDesignation(row: DesignationTable): Designation {
  return {
    id: row.id,
    territoire: { code: row.territoire_code },
    etablissement: { code: row.etablissement_code },
    designeeLe: row.designee_le,
    delegation: toDelegation(row),
    enFonctionDepuis: row.en_fonction_depuis,
    finLe: row.fin_le,
    provenance: toProvenance(row.provenance),
  };
}

function toDelegation(row: DesignationTable): Delegation | null {
  if (row.delegation_le === null || row.delegation_etablissement_code === null) return null;
  return {
    consentieLe: row.delegation_le,
    etablissement: { code: row.delegation_etablissement_code },
    provenance: toProvenance(row.provenance),
  };
}
