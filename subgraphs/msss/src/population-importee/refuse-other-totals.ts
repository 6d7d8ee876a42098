import { contenuInvalide } from '@palier/runtime/acts/refus';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';
import { toPopulationId } from './population-id.ts';

type Sexe = PopulationImporteeTable['sexe'];

/** What is said of one sex of a territory in a year. */
export interface PopulationSaid {
  readonly territoire: string;
  readonly annee: number;
  readonly sexe: Sexe;
  readonly ages: readonly number[];
}

const MOST_TOLD = 10;

/**
 * Refuses what would leave beside each other a total and two sexes that do not make it: a file may give one of them alone, and what
 * it does not give stays. Raises CONTENU_INVALIDE.
 */
export function refuseOtherTotals(
  given: readonly PopulationSaid[],
  agesKnown: (one: Omit<PopulationSaid, 'ages'>) => readonly number[] | undefined,
): void {
  const said = new Map(given.map((one) => [toPopulationId(one), one.ages]));
  const places = new Map(
    given.map(({ territoire, annee }) => [`${territoire}:${annee}`, { territoire, annee }]),
  );
  const wrong = [...places.values()].filter((place) => {
    const agesOf = (sexe: Sexe) =>
      said.get(toPopulationId({ ...place, sexe })) ?? agesKnown({ ...place, sexe });
    const [total, women, men] = [agesOf('TOTAL'), agesOf('FEMININ'), agesOf('MASCULIN')];
    return (
      total !== undefined &&
      women !== undefined &&
      men !== undefined &&
      total.some((nombre, age) => nombre !== (women[age] ?? 0) + (men[age] ?? 0))
    );
  });
  if (wrong.length === 0) return;
  const told = wrong.slice(0, MOST_TOLD).map(({ territoire, annee }) => `${territoire} en ${annee}`);
  const more = wrong.length - told.length;
  throw contenuInvalide({
    regle: { code: 'TOTAL_DES_DEUX_SEXES', origine: 'INFERENCE' },
    motif: `Le total ne serait plus la somme des deux sexes, dont un import précédent a donné ce que ce fichier ne donne pas : ${told.join(', ')}${more > 0 ? `, et ${more} autres` : ''}.`,
    remede: 'Importez un fichier qui donne le total et les deux sexes de ces territoires.',
  });
}
