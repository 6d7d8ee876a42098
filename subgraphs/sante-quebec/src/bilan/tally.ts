import { PERIODES_PAR_EXERCICE } from '@palier/runtime/exercice';
import type { ExpectedCell } from '../canevas/canevas.queries.ts';
import { type Etat, judge } from '../verdict/judge.ts';
import type { PublishedMeasure, StatedExigence } from './read-graph.ts';

/** The five counts of one territory for one expected cell. */
export interface Tally {
  readonly territoire: string;
  readonly cell: ExpectedCell;
  conformes: number;
  nonConformes: number;
  indetermines: number;
  sansVerdict: number;
  /** Starts at what is expected; each measure found takes one away. */
  absents: number;
}

interface TallyInput {
  readonly territoires: readonly string[];
  readonly cells: readonly ExpectedCell[];
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
 * thirteen for a cell measured by financial period, one for a yearly one. Measures outside the canevas are not counted.
 */
export function tally({ territoires, cells, measures, exigences }: TallyInput): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const territoire of territoires)
    for (const cell of cells)
      tallies.set(nameOf(territoire, cell.exigence, cell.volet), emptyTally(territoire, cell));
  for (const [measure, counted] of latestMeasures(measures, tallies)) {
    counted[COUNT_OF[judgeMeasure(measure, exigences)]] += 1;
    counted.absents -= 1;
  }
  return [...tallies.values()];
}

function emptyTally(territoire: string, cell: ExpectedCell): Tally {
  const absents = cell.frequence === 'EXERCICE' ? 1 : PERIODES_PAR_EXERCICE;
  return { territoire, cell, conformes: 0, nonConformes: 0, indetermines: 0, sansVerdict: 0, absents };
}

/** One measure per value expected: the last period of a yearly cell, and the last version of each. */
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
    const expected = counted.cell.frequence === 'EXERCICE' ? name : `${name}/${periode.code}`;
    const known = latest.get(expected)?.[0];
    if (known === undefined || isLater(measure, known)) latest.set(expected, [measure, counted]);
  }
  return latest.values();
}

function isLater(measure: PublishedMeasure, known: PublishedMeasure): boolean {
  if (measure.periode.code !== known.periode.code) return measure.periode.code > known.periode.code;
  return measure.version > known.version;
}

const WITHHELD = new Set(['NON_DISPONIBLE', 'SUPPRIMEE']);

function judgeMeasure(
  { valeur, unite, volet, statut, exigence }: PublishedMeasure,
  exigences: ReadonlyMap<string, StatedExigence>,
): Etat {
  const stated = exigences.get(exigence?.code ?? '');
  if (stated === undefined) return 'SANS_VERDICT';
  const value = WITHHELD.has(statut) ? null : valeur;
  return judge({ valeur: value, unite, volet }, { ...stated, ecarts: [] }).etat;
}

function nameOf(territoire: string, exigence: string, volet: string): string {
  return `${territoire}/${exigence}/${volet}`;
}
