import { toInstant } from '@palier/runtime/instant';
import { defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { CelluleRetourneeTable, ExamenTable } from '../../tables/reddition.table.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import type { Reading } from '../tables.ts';
import {
  findCellulesByRedditions,
  findExamensByRedditions,
  findWithheldCellules,
} from './reddition.queries.ts';
import type { CelluleRetournee, ExamenRead } from './reddition.type.ts';

export const examenByReddition = defineLoader<string, ExamenRead | null>(
  async ({ database }: Reading, ids) => {
    const rows = await findExamensByRedditions(database, ids);
    return inKeyOrder(ids, rows, (row) => row.reddition_id).map((row) => row && toExamen(row));
  },
);

export const cellulesByReddition = defineLoader<string, CelluleRetournee[]>(
  async ({ database }: Reading, ids) => {
    const rows = await findCellulesByRedditions(database, ids);
    return groupedByKey(ids, rows, (row) => row.reddition_id).map((group) => group.map(toCellule));
  },
);

/** The measures sent back of each version whose figure is withheld now. */
export const withheldByReddition = defineLoader<string, string[]>(async ({ history }: Reading, ids) => {
  const rows = await findWithheldCellules(history, ids);
  return groupedByKey(ids, rows, (row) => row.reddition_id).map((group) =>
    group.map(({ mesure_id }) => mesure_id),
  );
});

function toCellule({ mesure_id, motif, attendu }: CelluleRetourneeTable): CelluleRetournee {
  return { mesure: { id: mesure_id } as Mesure, mesureId: mesure_id, motif, attendu, texteReserve: null };
}

function toExamen(row: ExamenTable): ExamenRead {
  return {
    redditionId: row.reddition_id,
    statut: row.statut,
    motifs: row.motifs,
    examineLe: toInstant(row.examine_le),
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
