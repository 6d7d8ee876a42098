import { defineList } from '@palier/runtime/list';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { countDependants, type DependanceChoice, listDependants } from './dependance.queries.ts';

/** What leans on a thing, by type and code. */
export const readDependants = defineList({
  name: 'dependants',
  find: async ({ database }: Reading, choice: DependanceChoice, bounds) =>
    (await listDependants(database, choice, bounds)).map(({ provenance, ...row }) => ({
      ...row,
      provenance: toProvenance(provenance),
    })),
  count: ({ database }: Reading, choice) => countDependants(database, choice),
  keyOf: ({ cle }) => cle,
});
