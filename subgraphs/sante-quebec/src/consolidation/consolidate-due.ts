import { tablesOf } from '@palier/runtime/tables-of';
import type { Tables } from '../tables.ts';
import { askSuppressed } from './ask-levels.ts';
import {
  type Consolidation,
  type ConsolidationRequest,
  consolidateCampagne,
} from './consolidate-campagne.ts';
import { listCampagnesDue, listCampagnesStanding, withholdVerdicts } from './consolidation.queries.ts';

/** What became of a campagne whose bilans were looked at. */
export type ConsolidationOutcome =
  | Consolidation
  /** Cells of bilans that stand tell their verdicts no more: a figure that they counted is suppressed since. */
  | { readonly etat: 'RESERVEE'; readonly campagne: string; readonly cases: number };

export interface DueOutcome {
  readonly outcomes: readonly ConsolidationOutcome[];
  /** What stopped the consolidation of some campagnes: the bilans that they had stay. */
  readonly failures: readonly { readonly campagne: string; readonly error: unknown }[];
}

/**
 * Each campagne whose bilans may still change: open, or not consolidated since it is closed. The current one comes first; one that
 * fails keeps none of the others from it. Those that stand tell no more the verdict of a figure that is suppressed since.
 */
export async function consolidateDue(request: ConsolidationRequest): Promise<DueOutcome> {
  const tables = tablesOf<Tables>(request.database.kysely, 'sante_quebec');
  const outcomes: ConsolidationOutcome[] = [];
  const failures: { campagne: string; error: unknown }[] = [];
  for (const { code: campagne } of await listCampagnesDue(tables))
    try {
      const outcome = await consolidateCampagne({ ...request, campagne });
      if (outcome !== undefined) outcomes.push(outcome);
    } catch (error) {
      failures.push({ campagne, error });
    }
  for (const { code: campagne, exercice } of await listCampagnesStanding(tables))
    try {
      const cases = await withholdVerdicts(tables, campagne, await askSuppressed(request.graph, exercice));
      if (cases > 0) outcomes.push({ etat: 'RESERVEE', campagne, cases });
    } catch (error) {
      failures.push({ campagne, error });
    }
  return { outcomes, failures };
}
