import { defineList } from '@palier/runtime/list';
import { toProvenance } from '@palier/runtime/provenance';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import type { Reading } from '../tables.ts';
import { countDependants, type DependanceChoice, findThing, listDependants } from './dependance.queries.ts';

/** What leans on a thing, by type and code. Raises FILTRE_INVALIDE where there is no such thing. */
export const readDependants = defineList({
  name: 'dependants',
  find: async ({ database }: Reading, choice: DependanceChoice, bounds) => {
    const rows = await listDependants(database, choice, bounds);
    const dependants = rows.map(({ provenance, ...row }) => ({
      ...row,
      provenance: toProvenance(provenance),
    }));
    const code = { name: 'code', value: choice.code, find: () => findThing(database, choice) };
    return refuseUnknown(dependants, [code]);
  },
  count: ({ database }: Reading, choice) => countDependants(database, choice),
  keyOf: ({ cle }) => cle,
});
