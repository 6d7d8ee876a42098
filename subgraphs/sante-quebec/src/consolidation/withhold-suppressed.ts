import type { AskGraph } from '@palier/runtime/ask-graph';
import type { Database } from '@palier/runtime/database';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Tables } from '../tables.ts';
import { askSuppressed } from './ask-levels.ts';
import { listConsolidated, withholdVerdicts } from './consolidation.queries.ts';

/** Cells of bilans tell their verdicts no more: a figure that they counted is suppressed since. */
export interface Withheld {
  readonly etat: 'RESERVEE';
  readonly campagne: string;
  readonly cases: number;
}

interface WithheldOutcome {
  readonly outcomes: readonly Withheld[];
  readonly failures: readonly { readonly campagne: string; readonly error: unknown }[];
}

/**
 * No bilan tells any more the verdict of a figure that is suppressed since it was counted, be its campagne open or closed: until it is
 * consolidated again, all that the cell measured is without a verdict. One campagne that fails keeps none of the others from it.
 */
export async function withholdSuppressed(
  database: Pick<Database, 'kysely'>,
  graph: AskGraph,
): Promise<WithheldOutcome> {
  const tables = tablesOf<Tables>(database.kysely, 'sante_quebec');
  const outcomes: Withheld[] = [];
  const failures: { campagne: string; error: unknown }[] = [];
  const asked = new Map<string, ReturnType<typeof askSuppressed>>();
  for (const { code: campagne, exercice, version } of await listConsolidated(tables))
    try {
      // Several campagnes may be of one exercice.
      const asking = asked.get(exercice) ?? askSuppressed(graph, exercice);
      asked.set(exercice, asking);
      const suppressed = await asking;
      const cases = await withholdVerdicts(tables, { campagne, version }, suppressed);
      if (cases > 0) outcomes.push({ etat: 'RESERVEE', campagne, cases });
    } catch (error) {
      failures.push({ campagne, error });
    }
  return { outcomes, failures };
}
