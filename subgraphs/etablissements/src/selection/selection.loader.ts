import { defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { listExigencesMesurees, listTerritoiresServis } from './selection.queries.ts';

/** Under which units a territory is; null for one that nobody serves. */
export const territoireServiLoader = defineLoader(async ({ database }: Reading, codes: readonly string[]) =>
  inKeyOrder(codes, await listTerritoiresServis(database), ({ code }) => code),
);

/** What is measured of an exigence; null when nobody measures it. */
export const exigenceMesureeLoader = defineLoader(async ({ database }: Reading, codes: readonly string[]) =>
  inKeyOrder(codes, await listExigencesMesurees(database), ({ code }) => code),
);

/** The exigences that are measured for an indicateur; none for one that nobody measures. */
export const exigencesOfIndicateur = defineLoader(async ({ database }: Reading, codes: readonly string[]) =>
  groupedByKey(
    codes,
    await listExigencesMesurees(database),
    ({ indicateur_code }) => indicateur_code ?? '',
  ).map((measured) => measured.map(({ code }) => code)),
);
