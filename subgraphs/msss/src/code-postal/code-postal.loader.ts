import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findTerritoiresByCodesPostaux } from './code-postal.queries.ts';

/** The codes of the territories that each postal code reaches. */
export const territoiresByCodePostal = defineLoader<string, readonly string[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findTerritoiresByCodesPostaux(database, codes);
    return groupedByKey(codes, rows, ({ code }) => code).map((group) =>
      group.map(({ territoire_code }) => territoire_code),
    );
  },
);
