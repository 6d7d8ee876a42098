import { toPeriode } from '@palier/runtime/exercice';
import type { ExpectedCell } from '../canevas/canevas.queries.ts';
import { judge } from '../verdict/judge.ts';
import type { Etat } from '../verdict/judgement.ts';
import type { PublishedMeasure, StatedExigence } from './ask-levels.ts';

/** The six counts of one territory for one expected cell. */
export interface Tally {
  readonly territoire: string;
  readonly cell: ExpectedCell;
  conformes: number;
  nonConformes: number;
  indetermines: number;
  sansVerdict: number;
  /** Starts at what is due, its period being over; each measure found takes one away. */
  absents: number;
  /** The same, of the periods that are not over. */
  attendues: number;
  /** Whether a measure that is counted is made up. */
  fictif: boolean;
  /** The periods of which a figure is counted. */
  readonly comptees: string[];
}

interface TallyInput {
  readonly territoires: readonly string[];
  /** Those of which an account is owed: of another, nothing is missing. */
  readonly owing: ReadonlySet<string>;
  readonly cells: readonly ExpectedCell[];
  /** What the campagne asks for. */
  readonly periodes: readonly string[];
  /** The last period that is over. */
  readonly finie: string;
  readonly measures: readonly PublishedMeasure[];
  readonly exigences: ReadonlyMap<string, StatedExigence>;
}

const COUNT_OF = {
  CONFORME: 'conformes',
  NON_CONFORME: 'nonConformes',
  INDETERMINE: 'indetermines',
  SANS_VERDICT: 'sansVerdict',
} as const satisfies Record<Etat, keyof Tally>;

/**
 * Counts the verdicts of every territory on every cell of the canevas. Each count set adds up to the values expected:
 * one a financial period that the campagne asks for, one for a yearly cell. Measures outside them or outside the canevas are
 * not counted; where nothing is owed nor measured, each count is zero.
 */
export function tally({
  territoires,
  owing,
  cells,
  periodes,
  finie,
  measures,
  exigences,
}: TallyInput): Tally[] {
  const tallies = new Map<string, Tally>();
  const asksYear = periodes.some(isLastPeriode);
  const expected = cells.filter(({ frequence }) => asksYear || frequence !== 'EXERCICE');
  for (const territoire of territoires)
    for (const cell of expected)
      tallies.set(
        nameOf(territoire, cell.exigence, cell.volet),
        emptyTally(territoire, cell, owing.has(territoire) ? periodesOf(cell, periodes) : [], finie),
      );
  const asked = new Set(periodes);
  const counts = measures.filter(({ periode }) => asked.has(periode.code));
  for (const [measure, counted] of latestMeasures(counts, tallies)) {
    counted[COUNT_OF[judgeMeasure(measure, exigences)]] += 1;
    if (owing.has(counted.territoire)) counted[isOver(measure.periode.code, finie)] -= 1;
    if (measure.provenance.origine === 'DEMONSTRATION') counted.fictif = true;
    if (!WITHHELD.has(measure.statut)) counted.comptees.push(measure.periode.code);
  }
  return [...tallies.values()];
}

const periodesOf = ({ frequence }: ExpectedCell, periodes: readonly string[]): readonly string[] =>
  frequence === 'EXERCICE' ? periodes.filter(isLastPeriode) : periodes;

const isOver = (periode: string, finie: string): 'absents' | 'attendues' =>
  periode <= finie ? 'absents' : 'attendues';

function emptyTally(
  territoire: string,
  cell: ExpectedCell,
  periodes: readonly string[],
  finie: string,
): Tally {
  const counts = { conformes: 0, nonConformes: 0, indetermines: 0, sansVerdict: 0, absents: 0, attendues: 0 };
  for (const periode of periodes) counts[isOver(periode, finie)] += 1;
  return { territoire, cell, ...counts, fictif: false, comptees: [] };
}

/** One measure per value expected, in its last version: that of the thirteenth period for a yearly cell. */
function latestMeasures(
  measures: readonly PublishedMeasure[],
  tallies: ReadonlyMap<string, Tally>,
): Iterable<[PublishedMeasure, Tally]> {
  const latest = new Map<string, [PublishedMeasure, Tally]>();
  for (const measure of measures) {
    const { territoire, exigence, volet, periode } = measure;
    const name = nameOf(territoire?.code ?? '', exigence?.code ?? '', volet ?? '');
    const counted = tallies.get(name);
    if (counted === undefined) continue;
    if (counted.cell.frequence === 'EXERCICE' && !isLastPeriode(periode.code)) continue;
    const expected = `${name}/${periode.code}`;
    const known = latest.get(expected)?.[0];
    if (known === undefined || measure.version > known.version) latest.set(expected, [measure, counted]);
  }
  return latest.values();
}

/** What is measured once a year is expected at the thirteenth period alone. */
export const isLastPeriode = (periode: string): boolean => periode.endsWith('-P13');

const WITHHELD = new Set(['NON_DISPONIBLE', 'SUPPRIMEE']);

function judgeMeasure(
  { valeur, unite, volet, periode, statut, exigence }: PublishedMeasure,
  exigences: ReadonlyMap<string, StatedExigence>,
): Etat {
  const stated = exigences.get(exigence?.code ?? '');
  if (stated === undefined) return 'SANS_VERDICT';
  const value = WITHHELD.has(statut) ? null : valeur;
  const { exercice } = toPeriode(periode.code);
  return judge({ valeur: value, unite, volet, exercice }, { ...stated, ecarts: [] }).etat;
}

function nameOf(territoire: string, exigence: string, volet: string): string {
  return `${territoire}/${exigence}/${volet}`;
}
