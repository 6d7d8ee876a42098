import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import type { Attacked } from '../security/attacks/attacked-gateway.ts';

/** One attack, and what it did. */
export interface MeasuredAttack extends Attacked {
  readonly graph: string;
  readonly limits: string;
  readonly kind: string;
  readonly name: string;
  /** Whether it is within the size that the promise is made for. */
  readonly promised: boolean;
  /** Query and variables. */
  readonly bytes: number;
}

const PAGE = fileURLToPath(new URL('../../docs/security.md', import.meta.url));

/** One line: graph, limits, attack, bytes, status, longest turn, CPU, memory, what was said. */
export function renderAttack(one: MeasuredAttack): string {
  const { graph, limits, name, bytes, status, longestTurnMs, cpuMs, memoryMiB, said } = one;
  return [
    graph.padEnd(6),
    limits.padEnd(6),
    name.padEnd(36),
    `${bytes} B`.padStart(10),
    String(status),
    `${longestTurnMs.toFixed(1)} ms`.padStart(9),
    `${cpuMs.toFixed(0)} ms CPU`.padStart(12),
    `${memoryMiB.toFixed(0)} MiB`.padStart(8),
    said,
  ].join('  ');
}

/** A line a class, graph and setting: the worst turn and who made it, the most CPU and memory, what was answered. */
export function renderSummary(measured: readonly MeasuredAttack[]): string {
  const where = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
  const keyOf = ({ graph, limits, kind, promised }: MeasuredAttack): string =>
    [graph, limits, promised ? kind : `${kind}, 1 MB body`].join('\n');
  const groups = new Map<string, MeasuredAttack[]>();
  for (const one of measured) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  const rows = [...groups].map(([key, group]) => [...key.split('\n'), ...summarise(group)]);
  const header = [
    'graph',
    'limits',
    'class',
    'attacks',
    'longest turn',
    'by',
    'most CPU',
    'memory',
    'refused',
    'faults',
  ];
  return [where, '', renderTable([header, ...rows])].join('\n');
}

function summarise(group: readonly MeasuredAttack[]): readonly string[] {
  const [worst] = [...group].sort((a, b) => b.longestTurnMs - a.longestTurnMs);
  const most = (figure: 'cpuMs' | 'memoryMiB'): string =>
    Math.max(...group.map((one) => one[figure])).toFixed(0);
  const refused = group.filter(({ said }) => !said.includes('données')).length;
  const faults = group.filter(({ status, said }) => status >= 500 || said.includes('ERREUR_INTERNE')).length;
  return [
    String(group.length),
    `${worst?.longestTurnMs.toFixed(0)} ms`,
    `\`${worst?.name}\``,
    `${most('cpuMs')} ms`,
    `${most('memoryMiB')} MiB`,
    String(refused),
    String(faults),
  ];
}

/** Puts the summary between the marks of docs/security.md. */
export function writeSummary(measured: readonly MeasuredAttack[]): void {
  writeBetweenMarks(PAGE, 'attacks', renderSummary(measured));
}
