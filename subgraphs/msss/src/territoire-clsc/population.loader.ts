import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findPopulations } from './population.queries.ts';
import type { Population, PopulationValue } from './population.type.ts';

/**
 * The populations of each territory, by year: of a year, a projection comes before an estimate, and what was known at birth before
 * what a file gives, so that the last one is the one to give.
 */
export const populationsByTerritoire = defineLoader<string, Population[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findPopulations(database, codes);
    return groupedByKey(codes, rows.map(toKnown), ({ territoireCode }) => territoireCode).map(inOrder);
  },
);

type Known = Omit<PopulationValue, 'desaccords'>;

function inOrder(populations: readonly Known[]): Population[] {
  const sorted = populations.toSorted((one, other) => one.annee - other.annee || rankOf(one) - rankOf(other));
  const values: PopulationValue[] = sorted.map((one) => ({
    ...one,
    desaccords: () => values.filter(({ annee, nombre }) => annee === one.annee && nombre !== one.nombre),
  }));
  return values;
}

const rankOf = ({ nature, importee }: Known): number =>
  (nature === 'ESTIMATION' ? 2 : 0) + (importee === null ? 0 : 1);

function toKnown({
  id,
  territoire_code,
  annee,
  nombre,
  nature,
  statut,
  provenance,
}: Awaited<ReturnType<typeof findPopulations>>[number]): Known {
  const source = { statut, importee: id, provenance: toProvenance(provenance) };
  return { territoireCode: territoire_code, annee, nombre, nature, ...source };
}
