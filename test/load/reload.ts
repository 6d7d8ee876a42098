import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_OPERATIONS } from '@palier/gateway/operation/registered-operations';
import { openSupergraph, type ServedSupergraph } from '@palier/gateway/supergraph/open-supergraph';
import { composeWideSupergraph } from '@palier/gateway/testing/wide-supergraph';
import { renderTable } from '../resilience/fault-promises.ts';
import { measureLongestTurn } from './longest-turn.ts';
import { SILENT } from '@palier/gateway/testing/loggers';

/**
 * `npm run bench:reload`: how long a reload of a wide supergraph holds the loop, with the planner on a thread of its own
 * and without, turn about. In CPU of the loop's thread, medians.
 */
const ROUNDS = 7;
const PLACES = { 'a thread of its own': 'A_PART', 'the loop': 'SUR_PLACE' } as const;
const TEXTS = [composeWideSupergraph(60), composeWideSupergraph(60, 'ajout: Int')] as const;

const folder = mkdtempSync(join(tmpdir(), 'palier-bench-reload-'));
const arms = await Promise.all(
  Object.entries(PLACES).map(async ([name, place]) => {
    const path = join(folder, `${place}.graphql`);
    writeFileSync(path, TEXTS[0]);
    return { name, path, served: await open(path, place), turns: [] as number[] };
  }),
);
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const { path, served, turns } of arms) {
    const before = served.current();
    writeFileSync(path, TEXTS[round % 2] ?? '');
    turns.push(await measureLongestTurn(() => served.reload()));
    if (served.current() === before) throw new Error('The supergraph was not taken.');
  }
}
await Promise.all(arms.map(({ served }) => served.stop()));
rmSync(folder, { recursive: true });

const medians = arms.map(({ turns }) => [...turns].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN);
const rows = arms.map(({ name }, rank) => [
  name,
  `${medians[rank]?.toFixed(1)} ms`,
  `× ${((medians[rank] ?? NaN) / (medians[0] ?? NaN)).toFixed(1)}`,
]);
console.log(`Node ${process.versions.node}, ${TEXTS[0].length} bytes of supergraph, medians of ${ROUNDS}\n`);
console.log(renderTable([['planner on', 'longest turn', 'ratio'], ...rows]));

function open(path: string, place: 'A_PART' | 'SUR_PLACE'): Promise<ServedSupergraph> {
  return openSupergraph(
    { path },
    {
      introspection: true,
      contracts: [],
      registered: NO_OPERATIONS,
      activeLabels: new Set<string>(),
      planning: { place, timeoutMs: 2_000 },
      observer: {},
      createCaller: () => ({ call: () => Promise.resolve({ data: {} }) }),
      logger: SILENT,
    },
  );
}
