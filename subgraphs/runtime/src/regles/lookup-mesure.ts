import { eachInTurns } from '../base/in-turns.ts';
import { PERIODES_PAR_EXERCICE, toPeriode } from '../vocabulary/exercice.ts';
import type { Lookup, Valeur } from './evaluate.ts';
import { absolute, median, subtract, toFraction } from './fraction.ts';
import type { Operande } from './operandes.ts';

/** A measure as rules judge it. */
export interface MesureJugee {
  readonly periode: string;
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
  readonly unite: string;
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly statut: string;
}

/** The values of one measure from period to period, by the rank that `periodRank` gives. */
export type Serie = ReadonlyMap<number, number>;

/** The ranks of periods follow each other from one exercice to the next. */
export function periodRank(periode: string): number {
  const { exercice, rang } = toPeriode(periode);
  return Number(exercice.slice(0, 4)) * PERIODES_PAR_EXERCICE + rang;
}

/** What tells two series apart. */
export const serieKey = ({ territoire, exigence, volet }: Omit<SerieOf, 'periode'>): string =>
  `${territoire}/${exigence}/${volet ?? ''}`;

type SerieOf = Pick<MesureJugee, 'territoire' | 'exigence' | 'volet' | 'periode'>;

/** The series that some measures make; the last one said of a period is the one that counts. A whole year takes many turns. */
export async function toSeries(
  mesures: Iterable<SerieOf & Pick<MesureJugee, 'valeur'>>,
): Promise<ReadonlyMap<string, Serie>> {
  const series = new Map<string, Map<number, number>>();
  await eachInTurns(mesures, (mesure) => {
    const key = serieKey(mesure);
    const serie = series.get(key) ?? new Map<number, number>();
    const rank = periodRank(mesure.periode);
    if (mesure.valeur === null) serie.delete(rank);
    else serie.set(rank, mesure.valeur);
    series.set(key, serie);
  });
  return series;
}

/** What each operande holds for a measure; `serie` is what is known of the same one, itself or not. */
export function lookupMesure(mesure: MesureJugee, serie: Serie): Lookup {
  const known = new Map<Operande, Valeur>();
  let before: readonly number[] | undefined;
  const previous = (): readonly number[] => (before ??= valuesBefore(mesure.periode, serie));
  return (name) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const value = read(mesure, previous, name);
    known.set(name, value);
    return value;
  };
}

function read(mesure: MesureJugee, previous: () => readonly number[], name: Operande): Valeur {
  switch (name) {
    case 'rangPeriode':
      return toPeriode(mesure.periode).rang;
    case 'joursExercice':
      return daysOf(mesure.periode);
    case 'aucunCas':
      return mesure.statut === 'AUCUN_CAS';
    case 'nonDisponible':
      return mesure.statut === 'NON_DISPONIBLE';
    case 'supprimee':
      return mesure.statut === 'SUPPRIMEE';
    case 'valeurPrecedente':
      return previous()[0] ?? null;
    case 'nombrePrecedentes':
      return previous().length;
    case 'medianePrecedentes':
      return median(previous().map(toFraction));
    case 'ecartMedianPrecedentes':
      return spreadOf(previous());
    default:
      return mesure[name];
  }
}

/** Values of the thirteen periods before, the nearest first. */
function valuesBefore(periode: string, serie: Serie): readonly number[] {
  const rank = periodRank(periode);
  return Array.from({ length: PERIODES_PAR_EXERCICE }, (_, index) => serie.get(rank - index - 1)).filter(
    (value) => value !== undefined,
  );
}

/** The median of how far each value is from their median. */
function spreadOf(values: readonly number[]): Valeur {
  const exact = values.map(toFraction);
  const middle = median(exact);
  return middle === null ? null : median(exact.map((value) => absolute(subtract(value, middle))));
}

const DAY_MS = 86_400_000;

function daysOf(periode: string): number {
  const { debutExercice, finExercice } = toPeriode(periode);
  return Math.round((Date.parse(finExercice) - Date.parse(debutExercice)) / DAY_MS) + 1;
}
