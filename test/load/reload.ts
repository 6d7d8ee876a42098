import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../bundle.ts';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import type { ReloadFigures } from './reload-run.ts';

/** `npm run bench:reload`: what reloads cost those who ask meanwhile. `--write` puts the table in docs/performance.md. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs/performance.md');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    endurance: { type: 'string', default: '200' },
    write: { type: 'boolean', default: false },
  },
});

const table = render(await measureBundled());
console.log(table);
if (values.write) writeBetweenMarks(PAGE, 'reload', table);

/** As users run it: bundled, under plain node. Inside the workspace, so that what is left out of the bundle is found. */
async function measureBundled(): Promise<readonly ReloadFigures[]> {
  const folder = mkdtempSync(join(ROOT, '.bundle-'));
  try {
    await bundle(
      {
        run: join(import.meta.dirname, 'reload-run.ts'),
        clients: join(import.meta.dirname, 'reload-clients.ts'),
        'planner-worker': join(ROOT, 'gateway/federation/src/planner/planner-worker.ts'),
      },
      folder,
    );
    const program = [values.rounds, values.endurance, join(ROOT, 'schema/supergraph.graphql')];
    return await gather(fork(join(folder, 'run.js'), program, { execArgv: [] }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function gather(run: ReturnType<typeof fork>): Promise<readonly ReloadFigures[]> {
  const figures: ReloadFigures[] = [];
  run.on('message', (message) => figures.push(message as ReloadFigures));
  return new Promise((resolve, reject) => {
    run.once('exit', (code) => {
      if (code === 0) resolve(figures);
      else reject(new Error(`The measure ended with ${code}`));
    });
  });
}

function render(measures: readonly ReloadFigures[]): string {
  const header = [
    'graph',
    'reloads',
    'longest turn, median ms',
    'worst ms',
    'requests',
    'lost',
    'heap MiB',
    'threads',
  ];
  const rows = measures.map(({ graph, sdlBytes, reloads, turnsMs, requests, heapGrowth, threadsLeft }) => [
    `${graph} (${Math.round(sdlBytes / 1000)} kB)`,
    String(reloads),
    median(turnsMs).toFixed(0),
    Math.max(...turnsMs).toFixed(0),
    String(requests.right + requests.wrong),
    String(requests.wrong),
    signed(heapGrowth / 1_048_576, 1),
    signed(threadsLeft, 0),
  ]);
  const load = loadavg()[0]?.toFixed(1);
  return `Node ${process.versions.node}, load ${load}\n\n${renderTable([header, ...rows], 1)}`;
}

function signed(value: number, digits: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
