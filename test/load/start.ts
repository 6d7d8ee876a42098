import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import { THREE_LEVELS, type ThreeLevels } from '../resilience/three-levels.ts';
import { costOf, launch } from './processes.ts';

/**
 * `npm run bench:start`: from the start of the program to its first answer over three levels, whole, with the bilan that is
 * consolidated at start when there are demonstration data; and what it holds then. `--write` puts the table in
 * docs/performance.md; `--beside=<folder>` starts the checkout that is there too, in the same rounds.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs/performance.md');
const ROUNDS = 3;
const PORT = 4445;
const SERVER = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres';
/** After it, the consolidation that follows a start is over. */
const REST_MS = 8_000;

interface Start {
  readonly answeredMs: number;
  readonly cpuMs: number;
  readonly memoryMiB: number;
  /** Once at rest. */
  readonly restMiB: number;
}

interface Way {
  readonly name: string;
  readonly starts: Start[];
}

const WAYS = {
  built: { name: 'embedded, new folder, nothing built nor prepared', starts: [] },
  born: { name: 'embedded, new folder, as installed', starts: [] },
  reopened: { name: 'embedded, reopened', starts: [] },
  fresh: { name: 'PostgreSQL, new database', starts: [] },
  again: { name: 'PostgreSQL, reopened', starts: [] },
  formerNew: { name: 'the other checkout, embedded, new folder', starts: [] },
  formerReopened: { name: 'the other checkout, embedded, reopened', starts: [] },
} satisfies Record<string, Way>;

const beside = process.argv.find((argument) => argument.startsWith('--beside='))?.slice('--beside='.length);
const hasServer = await isAnswering(SERVER);
for (let round = 0; round < ROUNDS; round += 1) {
  await measureFolder();
  if (hasServer) await measureServer();
  if (beside !== undefined) await measureOther(resolve(beside));
}
const table = renderStarts(Object.values(WAYS).filter(({ starts }) => starts.length > 0));
console.log(table);
if (process.argv.includes('--write')) writeBetweenMarks(PAGE, 'start', table);

async function measureFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
  const env = { PALIER_DOSSIER: folder, DATABASE_URL: '' };
  rmSync(join(ROOT, 'gateway/start/dist'), { recursive: true, force: true });
  record(WAYS.built, await startOnce({ ...env, PALIER_DOSSIER: join(folder, 'built') }));
  execFileSync(process.execPath, [join(ROOT, 'gateway/start/start.mjs'), 'gateway/start/prepare-birth.ts']);
  record(WAYS.born, await startOnce(env));
  record(WAYS.reopened, await startOnce(env));
  rmSync(folder, { recursive: true });
}

/** What it builds, it has built already, or does at its first start of all: its first is not counted. */
async function measureOther(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
  const startIn = (name: string): Promise<Start> =>
    startOnce({ PALIER_DOSSIER: join(folder, name), DATABASE_URL: '' }, root);
  await startIn('first');
  record(WAYS.formerNew, await startIn('new'));
  record(WAYS.formerReopened, await startIn('new'));
  rmSync(folder, { recursive: true });
}

async function measureServer(): Promise<void> {
  const name = `palier_proc_${randomBytes(6).toString('hex')}`;
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  await onServer(SERVER, `create database ${name}`);
  try {
    record(WAYS.fresh, await startOnce({ DATABASE_URL: url.href }));
    record(WAYS.again, await startOnce({ DATABASE_URL: url.href }));
  } finally {
    await onServer(SERVER, `drop database ${name} with (force)`);
  }
}

function record(way: { readonly name: string; starts: Start[] }, start: Start): void {
  way.starts.push(start);
}

async function startOnce(env: Readonly<Record<string, string>>, root = ROOT): Promise<Start> {
  const begin = performance.now();
  const program = ['gateway/start/start.mjs', 'gateway/start/all-in-one.ts'];
  const running = await launch(
    { command: process.execPath, args: program, cwd: root, env: { PORT: String(PORT), ...env } },
    () => hasAnswered(env['DATABASE_URL'] === ''),
  );
  const answeredMs = performance.now() - begin;
  const { cpuMs, memoryMiB } = costOf(running.pid);
  await wait(REST_MS);
  const restMiB = costOf(running.pid).memoryMiB;
  await running.stop();
  return { answeredMs, cpuMs, memoryMiB, restMiB };
}

async function hasAnswered(isConsolidated: boolean): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: THREE_LEVELS }),
  }).catch(() => undefined);
  if (response === undefined) return false;
  const { data, errors } = (await response.json()) as { data?: ThreeLevels; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data !== undefined && (!isConsolidated || data.territoireClsc.bilan !== null);
}

async function isAnswering(url: string): Promise<boolean> {
  return onServer(url, 'select 1').then(
    () => true,
    () => false,
  );
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function renderStarts(ways: readonly Way[]): string {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  const header = ['database', 'first whole answer (s)', 'CPU (s)', 'memory (MiB)', 'at rest (MiB)'];
  const rows = ways.map(({ name, starts }) => [
    name,
    (median(starts, 'answeredMs') / 1000).toFixed(1),
    (median(starts, 'cpuMs') / 1000).toFixed(1),
    median(starts, 'memoryMiB').toFixed(0),
    median(starts, 'restMiB').toFixed(0),
  ]);
  return `Node ${process.versions.node}, load ${load}, medians of ${ROUNDS}\n\n${renderTable([header, ...rows], 1)}`;
}

function median(starts: readonly Start[], figure: keyof Start): number {
  const sorted = starts.map((start) => start[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
