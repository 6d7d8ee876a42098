import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';
import type { PopulationTable } from '../../tables/territoire-clsc.table.ts';
import { findImportedTotals, findPopulationsByTerritoires } from './population.queries.ts';
import type { Population, PopulationValue } from './population.type.ts';

/**
 * The populations of each territory, by year: of a year, a projection comes before an estimate, and what was known at birth before
 * what a file gives, so that the last one is the one to give.
 */
export const populationsLoader = defineLoader<string, Population[]>(async ({ database }: Reading, codes) => {
  const [born, imported] = await Promise.all([
    findPopulationsByTerritoires(database, codes),
    findImportedTotals(database, codes),
  ]);
  const known = groupedByKey(codes, born.map(toKnown), ({ territoireCode }) => territoireCode);
  const given = groupedByKey(codes, imported.map(toGiven), ({ territoireCode }) => territoireCode);
  return codes.map((_, index) => inOrder([...(known[index] ?? []), ...(given[index] ?? [])]));
});

type Known = Omit<PopulationValue, 'desaccords'>;

function inOrder(populations: readonly Known[]): Population[] {
  const sorted = populations.toSorted((one, other) => one.annee - other.annee || rankOf(one) - rankOf(other));
  const values: PopulationValue[] = sorted.map((one) => ({
    ...one,
    desaccords: () => values.filter(({ annee, nombre }) => annee === one.annee && nombre !== one.nombre),
  }));
  return values;
}

const rankOf = ({ nature }: Known): number => (nature === 'ESTIMATION' ? 1 : 0);

function toKnown({ territoire_code, annee, nombre, nature, provenance }: PopulationTable): Known {
  const source = { statut: null, importee: null, provenance: toProvenance(provenance) };
  return { territoireCode: territoire_code, annee, nombre, nature, ...source };
}

function toGiven({
  id,
  territoire_code,
  annee,
  nombre,
  nature,
  statut,
  provenance,
}: Omit<PopulationImporteeTable, 'ages' | 'sexe'>): Known {
  const source = { statut, importee: id, provenance: toProvenance(provenance) };
  return { territoireCode: territoire_code, annee, nombre, nature, ...source };
}
