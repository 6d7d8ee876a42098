import { nothingOwed } from '@palier/runtime/absence';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineListing } from '../listing/listing.ts';
import type { ConstatValidationTable } from '../../tables/regle.table.ts';
import type { Reading } from '../tables.ts';
import {
  CONSTAT_VALIDATION_COLUMNS,
  findReglesAppliquees,
  findWithheld,
} from './constat-validation.queries.ts';
import type {
  ConstatValidation,
  ConstatValidationValue,
  RegleValidation,
} from './constat-validation.type.ts';
import type { Constat } from './judge-mesures.ts';

export const RIEN_A_DIRE = nothingOwed(
  'Aucune règle de validation n’a rien à dire de cette version, ou rien de cette sévérité.',
);
export const BROUILLON_NON_JUGE = nothingOwed(
  'Un brouillon n’est jugé qu’à la demande (`validerReddition`), et lorsqu’il est soumis.',
);

export const CONSTATS_RETENUS =
  'Constats retenus, s’il y en a : cette version porte des mesures retenues pour protéger les personnes, ou qui se comparent à de telles mesures. Ce que des règles en disent, ou qu’elles n’en disent rien, seuls son établissement et Santé Québec le lisent.';

export const constatsValidation = defineListing({
  table: 'constat_validation',
  columns: CONSTAT_VALIDATION_COLUMNS,
  key: 'id',
  toNode: toConstat,
  keyOf: ({ id }) => id,
  absence: RIEN_A_DIRE,
});

export const reglesByReddition = defineLoader<string, RegleValidation[]>(
  async ({ database }: Reading, ids) => {
    const rows = await findReglesAppliquees(database, ids);
    return groupedByKey(ids, rows, ({ reddition_id }) => reddition_id).map((group) =>
      group.map(({ regle_id }) => ({ id: regle_id })),
    );
  },
);

/** The measures of each version of which nobody else than its établissement and Santé Québec reads what rules said, or that they said nothing. */
export const withheldByReddition = defineLoader<string, string[]>(async ({ history }: Reading, ids) => {
  const rows = await findWithheld(history, ids);
  return groupedByKey(ids, rows, ({ reddition_id }) => reddition_id).map((group) =>
    group.map(({ mesure_id }) => mesure_id),
  );
});

function toConstat(row: ConstatValidationTable): ConstatValidationValue {
  return {
    id: row.id,
    redditionId: row.reddition_id,
    etablissementCode: row.etablissement_code,
    mesureId: row.mesure_id,
    regle: { id: row.regle_id },
    severite: row.severite,
    message: row.message,
    operandes: row.operandes,
    justification: row.justification,
    provenance: toProvenance(row.provenance),
  };
}

/** What was judged and is not written. */
export const showConstat = (
  { mesure, regle, message, operandes }: Constat,
  justification: string | null = null,
): ConstatValidation => ({
  id: `${mesure.mesure}:${regle.id}`,
  mesureId: mesure.mesure,
  regle: { id: regle.id },
  severite: regle.severite,
  message,
  operandes: [...operandes],
  justification,
  provenance: null,
});
