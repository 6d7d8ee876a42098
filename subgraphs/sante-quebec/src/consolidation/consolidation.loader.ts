import { defineReading } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findConsolidation } from './consolidation.queries.ts';

/** The version of the bilans of a campagne, as they were last consolidated; null when they never were. */
export const readConsolidationVersion = defineReading(
  async ({ database }: Reading, campagne: string) =>
    (await findConsolidation(database, campagne))?.version ?? null,
);
