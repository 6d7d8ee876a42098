import { nothingOwed } from '@palier/runtime/absence';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { AnalyseDemandeTable } from '../../tables/demande-modification.table.ts';
import type { Reading } from '../tables.ts';
import { findAnalysesByDemandes } from './demande-modification.queries.ts';
import type { AnalyseDemande } from './demande-modification.type.ts';

const OBLIGATION = { code: 'X-CO1' };

const SANS_ANALYSE: AnalyseDemande = {
  effetDomino: [],
  conclusion: null,
  rendueLe: null,
  obligation: OBLIGATION,
  absence: nothingOwed(
    'Cette demande n’est pas encore analysée. Le processus reste à établir entre Santé Québec, le ministère et leurs partenaires (004, 2.1.2, L726-730, obligation X-CO1) : tant qu’il ne l’est pas, le texte ne nomme ni qui analyse ni qui accepte (G-14).',
  ),
  provenance: null,
};

export const analyseByDemande = defineLoader<string, AnalyseDemande>(async ({ database }: Reading, ids) => {
  const rows = await findAnalysesByDemandes(database, ids);
  return inKeyOrder(ids, rows, (row) => row.demande_id).map((row) =>
    row === null ? SANS_ANALYSE : toAnalyse(row),
  );
});

function toAnalyse(row: AnalyseDemandeTable): AnalyseDemande {
  return {
    effetDomino: row.effet_domino,
    conclusion: row.conclusion,
    rendueLe: toInstant(row.rendue_le),
    obligation: OBLIGATION,
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
