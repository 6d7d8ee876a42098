import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import type { Sample } from './load.ts';
import { BESIDE } from './suite.ts';

export interface Measure {
  readonly question: string;
  readonly variant: string;
  /** The variant that it is compared with. */
  readonly reference: string;
  readonly samples: readonly Sample[];
  /** How it answers otherwise than the others, and so is not measured. */
  readonly difference?: string;
}

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** A Markdown table a question, each variant beside the one that it is compared with, of the same run; medians of the rounds. */
export function renderReport(measures: readonly Measure[]): string {
  const questions = [...new Set(measures.map(({ question }) => question))];
  const where = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
  return [where, ...questions.map((question) => renderQuestion(question, measures))].join('\n\n');
}

const HEADER = ['variant', 'CPU ms/request', 'ratio', 'requests/s', 'p50 ms', 'p99 ms', 'memory MiB'];

function renderQuestion(question: string, measures: readonly Measure[]): string {
  const rows = measures.filter((measure) => measure.question === question);
  const compared = rows.find(({ variant, reference }) => variant === reference);
  const reference = compared && median(compared, 'cpuMs');
  const header = HEADER.map((cell) => (cell === 'ratio' ? `× ${rows[0]!.reference}` : cell));
  return [
    `### ${question}`,
    '',
    renderTable([header, ...rows.map((row) => toCells(row, reference))], 1),
    ...rows.flatMap(({ variant, difference }) =>
      difference ? ['', `\`${variant}\` answers otherwise: \`${difference}\`.`] : [],
    ),
  ].join('\n');
}

function toCells(measure: Measure, reference: number | undefined): readonly string[] {
  if (measure.difference) return [measure.variant, ...HEADER.slice(1).map(() => '–')];
  const cpu = median(measure, 'cpuMs');
  return [
    measure.variant,
    cpu.toFixed(3),
    // Of what is nearly the same, a tenth says nothing.
    reference === undefined ? '' : (reference / cpu).toFixed(measure.reference === BESIDE ? 2 : 1),
    median(measure, 'perSecond').toFixed(0),
    median(measure, 'p50Ms').toFixed(1),
    median(measure, 'p99Ms').toFixed(1),
    median(measure, 'memoryMiB').toFixed(0),
  ];
}

function median({ samples }: Measure, figure: keyof Sample): number {
  const sorted = samples.map((sample) => sample[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Puts the tables between the marks of docs/performance.md. */
export function writeReport(measures: readonly Measure[]): void {
  writeBetweenMarks(PAGE, 'bench', renderReport(measures));
}
