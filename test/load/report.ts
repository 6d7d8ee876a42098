import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Sample } from './load.ts';

export interface Measure {
  readonly question: string;
  readonly variant: string;
  readonly samples: readonly Sample[];
}

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** A Markdown table a question, each variant beside the stock engine of the same run; medians of the rounds. */
export function renderReport(measures: readonly Measure[]): string {
  const questions = [...new Set(measures.map(({ question }) => question))];
  const where = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
  return [where, ...questions.map((question) => renderQuestion(question, measures))].join('\n\n');
}

function renderQuestion(question: string, measures: readonly Measure[]): string {
  const rows = measures.filter((measure) => measure.question === question);
  const stock = rows.find(({ variant }) => variant === 'stock');
  const reference = stock && median(stock, 'cpuMs');
  return [
    `### ${question}`,
    '',
    '| variant | CPU ms/request | × stock | requests/s | p50 ms | p99 ms | memory MiB |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows.map((row) => renderRow(row, reference)),
  ].join('\n');
}

function renderRow(measure: Measure, reference: number | undefined): string {
  const cpu = median(measure, 'cpuMs');
  const cells = [
    measure.variant,
    cpu.toFixed(3),
    reference === undefined ? '' : (reference / cpu).toFixed(1),
    median(measure, 'perSecond').toFixed(0),
    median(measure, 'p50Ms').toFixed(1),
    median(measure, 'p99Ms').toFixed(1),
    median(measure, 'memoryMiB').toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

function median({ samples }: Measure, figure: keyof Sample): number {
  const sorted = samples.map((sample) => sample[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Puts the tables between the marks of docs/performance.md. */
export function writeReport(measures: readonly Measure[]): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${PAGE} has lost the marks of the bench.`);
  writeFileSync(PAGE, `${before}${BEGIN}\n${renderReport(measures)}\n${END}${after}`);
}
