import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';

/** What a population is of, in its identifier. */
export const toPopulationId = ({
  territoire,
  annee,
  sexe,
}: Pick<PopulationImporteeTable, 'annee' | 'sexe'> & { readonly territoire: string }): string =>
  `${territoire}:${annee}:${sexe}`;
