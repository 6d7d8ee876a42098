import { tablesOf } from '@palier/runtime/tables-of';
import type { Tables } from '../tables.ts';
import {
  type Consolidation,
  type ConsolidationRequest,
  consolidateCampagne,
} from './consolidate-campagne.ts';
import { listCampagnesDue } from './consolidation.queries.ts';
import { type Withheld, withholdSuppressed } from './withhold-suppressed.ts';

/** What became of a campagne whose bilans were looked at. */
export type ConsolidationOutcome = Consolidation | Withheld;

export interface DueOutcome {
  readonly outcomes: readonly ConsolidationOutcome[];
  /** What stopped the consolidation of some campagnes: the bilans that they had stay. */
  readonly failures: readonly { readonly campagne: string; readonly error: unknown }[];
}

/**
 * Each campagne whose bilans may still change: open, or not consolidated since it is closed. The current one comes first; one that
 * fails keeps none of the others from it. Those that were not made again tell no more the verdict of a figure that is suppressed since.
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
  const withheld = await withholdSuppressed(request.database, request.graph);
  return {
    outcomes: [...outcomes, ...withheld.outcomes],
    failures: [...failures, ...withheld.failures],
  };
}
