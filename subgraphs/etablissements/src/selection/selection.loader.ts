import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { listExigencesMesurees } from './selection.queries.ts';

/** What is measured of an exigence; null when nobody measures it. */
export const exigenceMesureeLoader = defineLoader(async ({ database }: Reading, codes: readonly string[]) =>
  inKeyOrder(codes, await listExigencesMesurees(database), ({ code }) => code),
);
