import { judgingDatabase } from '@palier/runtime/acts/read-once';
import { consolidateCampagne, findVersionToCome } from '../consolidation/consolidate-campagne.ts';
import { graphOf } from '../other-levels/graph-of.ts';
import type { Context } from '../tables.ts';
import {
  type BilansTransmis,
  changedMeanwhile,
  findLastTransmission,
  refuseTransmitted,
} from './transmission.actes.ts';

/** Raises ACTE_REFUSE where what would be transmitted is what was transmitted last: nothing is consolidated to know it. */
export async function refuseUnchanged(context: Context, campagne: string): Promise<void> {
  const database = judgingDatabase(context);
  const last = await findLastTransmission(database, campagne);
  if (last === undefined) return;
  refuseTransmitted(campagne, last, await loadVersionToCome(context, campagne));
}

/** A dozen questions to the other levels: asked again once this one changed, which hears of each act of theirs as its witness. */
async function loadVersionToCome(context: Context, campagne: string): Promise<string | undefined> {
  const known = context.kept.get(loadVersionToCome, campagne) as string | undefined;
  if (known !== undefined) return known;
  const version = await findVersionToCome(judgingDatabase(context), graphOf(context), campagne);
  if (version !== undefined) context.kept.set(loadVersionToCome, campagne, version);
  return version;
}

/** What is written of a transmission: the bilans of the campagne are consolidated for it, as they are now. */
export async function prepareTransmission(context: Context, campagne: string): Promise<BilansTransmis> {
  const outcome = await consolidateCampagne({
    database: { kysely: context.journal.database },
    graph: graphOf(context),
    now: () => new Date(),
    campagne,
  });
  if (outcome?.etat === 'CONSOLIDEE' && !outcome.isSettled) throw changedMeanwhile(campagne);
  // An unknown campagne is refused by the act itself.
  return { campagne, version: outcome?.version ?? '' };
}
