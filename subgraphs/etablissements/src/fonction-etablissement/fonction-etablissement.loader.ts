import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findFonctionsEnCours } from './fonction-etablissement.queries.ts';
import type { FonctionEtablissementTable } from '../../tables/fonction-etablissement.table.ts';

/** The functions now exercised in each établissement. */
export const fonctionsByEtablissement = defineLoader<string, FonctionEtablissementTable[]>(
  async ({ database }: Reading, codes) =>
    groupedByKey(codes, await findFonctionsEnCours(database, codes), (row) => row.etablissement_code),
);
