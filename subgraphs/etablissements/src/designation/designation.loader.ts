import type { AbsenceValue } from '@palier/runtime/absence';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfEtablissement } from '../absence/absence.type.ts';
import { HORS_MANDATS, isOutsideMandates } from '../absence/owed-there.loader.ts';
import { defineListing } from '../listing/listing.ts';
import type { Reading } from '../tables.ts';
import { DESIGNATION_COLUMNS, findDesignationsEnFonction } from './designation.queries.ts';
import type { Delegation, Designation, Gestionnaire } from './designation.type.ts';
import type { DesignationTable } from '../../tables/designation.table.ts';

const FONCTION = 'Gestionnaire de CLSC';

export const designations = defineListing({
  table: 'designation',
  columns: DESIGNATION_COLUMNS,
  key: 'id',
  toNode: toDesignation,
  keyOf: ({ id }) => id,
  absence: deducedOfEtablissement(
    'E1',
    'Aucune désignation de gestionnaire n’est déclarée pour ce territoire (004, 2.2.7, L885-890). Cette obligation est écrite hors de la section 3.2 ; la rapprocher du mandat E1 (mode de gouvernance, L1832) est une inférence.',
  ),
});

const SANS_GESTIONNAIRE = deducedOfEtablissement(
  'E1',
  'Aucun gestionnaire de CLSC en fonction n’est déclaré pour ce territoire. La haute direction de l’établissement en désigne un (004, 2.2.7, L889-890) et le président-directeur général délègue (L885-888). Cette obligation est écrite hors de la section 3.2 ; la rapprocher du mandat E1 (mode de gouvernance, L1832) est une inférence.',
);

/** Who answers for each territory; an absence where nobody does. */
export const gestionnaireByTerritoire = defineLoader<string, Gestionnaire>(
  async ({ database }: Reading, codes) => {
    const rows = await findDesignationsEnFonction(database, codes);
    return inKeyOrder(codes, rows.map(toDesignation), ({ territoire }) => territoire.code).map(
      (designation, index) =>
        designation === null
          ? withoutGestionnaire(isOutsideMandates(codes[index] ?? '') ? HORS_MANDATS : SANS_GESTIONNAIRE)
          : toGestionnaire(designation),
    );
  },
);

function toGestionnaire(designation: Designation): Gestionnaire {
  const { etablissement, enFonctionDepuis, delegation, provenance } = designation;
  return {
    fonction: FONCTION,
    designation,
    etablissement,
    enFonctionDepuis,
    delegation,
    provenance,
    absence: null,
  };
}

export function withoutGestionnaire(absence: AbsenceValue): Gestionnaire {
  return {
    fonction: null,
    designation: null,
    etablissement: null,
    enFonctionDepuis: null,
    delegation: null,
    provenance: null,
    absence,
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
