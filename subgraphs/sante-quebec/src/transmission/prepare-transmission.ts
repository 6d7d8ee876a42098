import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { consolidateCampagne } from '../consolidation/consolidate-campagne.ts';
import type { Context } from '../tables.ts';
import { type BilansTransmis, changedMeanwhile } from './transmission.actes.ts';

/** What is written of a transmission: the bilans of the campagne are consolidated for it, as they are now. */
export async function prepareTransmission({ journal }: Context, campagne: string): Promise<BilansTransmis> {
  const outcome = await consolidateCampagne({
    database: { kysely: journal.database },
    graph: (query, variables) => askOrRefuse(journal, query, variables),
    now: () => new Date(),
    campagne,
  });
  if (outcome?.etat === 'CONSOLIDEE' && !outcome.isSettled) throw changedMeanwhile(campagne);
  // An unknown campagne is refused by the act itself.
  return { campagne, version: outcome?.version ?? '' };
}
