import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { copyPreparedFiles } from './prepared-files.ts';
import { PostgresFiles } from './postgres-files.ts';
import { PreparedMemory } from './prepared-memory.ts';
import type {
  EngineFault,
  FromPostgres,
  PostgresResults,
  PostgresStart,
  PostgresTask,
  QueryRows,
  StatementFault,
  ToPostgres,
} from './postgres-messages.ts';
import { INT8, TEXT_TYPES, toSafeInteger } from './column-values.ts';

/**
 * The thread of an embedded Postgres: whatever a statement takes, the loop that answers people is not held. One
 * statement at a time, in the order asked.
 */
const { files: folder, birth } = workerData as PostgresStart;
const files = folder === undefined ? undefined : new PostgresFiles(folder);

/**
 * One process alone is served, and its files are in the system's cache: by default 128 MB would be held of them again. What was
 * written of its log goes with it, rather than wait to be written over.
 */
const SMALL = [
  ...PGlite.defaultStartParams,
  ...['-c', 'shared_buffers=16MB', '-c', 'max_connections=5'],
  ...['-c', 'wal_recycle=off', '-c', 'min_wal_size=32MB'],
];

/** The same, less « -F »: a transaction acknowledged is on the disk. Emscripten's fdatasync does nothing. */
const DURABLE = [
  ...SMALL.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

const asText = (value: string): string => value;
const parsers = Object.fromEntries([...TEXT_TYPES.map((type) => [type, asText]), [INT8, toSafeInteger]]);

async function open(): Promise<PGlite> {
  const options: PGliteOptions = { parsers, startParams: SMALL };
  if (files !== undefined) Object.assign(options, { fs: files, startParams: DURABLE });
  if (birth === undefined) return PGlite.create(options);
  if (birth === 'EMPTY') return PGlite.create({ ...options, loadDataDir: await dataDir() });
  if ('content' in birth) return PGlite.create({ ...options, fs: new PreparedMemory(birth) });
  return openCopy(birth.prepared, options);
}

/** The engine is compiled while the files are copied, and opens while they reach the disk; nobody writes before. */
async function openCopy(prepared: string, options: PGliteOptions): Promise<PGlite> {
  const engineUrl = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  const compiled = WebAssembly.compile(readFileSync(engineUrl));
  const { synced } = copyPreparedFiles(prepared, folder!);
  const [engine] = await Promise.all([
    PGlite.create({ ...options, pgliteWasmModule: await compiled }),
    synced,
  ]);
  return engine;
}

async function perform(engine: PGlite, task: PostgresTask): Promise<PostgresResults[PostgresTask['kind']]> {
  if (task.kind === 'query') {
    const { rows, affectedRows } = await engine.query(task.sql, [...task.parameters]);
    return affectedRows === undefined ? { rows } : { rows, affectedRows };
  }
  if (task.kind === 'listen') {
    const { channel } = task;
    await engine.listen(channel, (payload) => tell({ kind: 'heard', channel, payload }));
  } else await engine.close();
  return undefined;
}

/** Values that one message brings: a few milliseconds of the loop that takes it. */
const VALUES_A_MESSAGE = 8_000;

/** What is left to send of what was found. */
const left = new Map<number, { readonly rows: readonly unknown[]; from: number; readonly last: QueryRows }>();

let isClosed = false;

/** Once it is closed, and the rows of what was asked before were all sent. */
function endIfDone(): void {
  if (isClosed && left.size === 0) parentPort?.close();
}

/** A few rows go at once; many in as many messages as it takes, each asked for once the one before was taken. */
function tellResult(id: number, result: PostgresResults[PostgresTask['kind']]): void {
  if (result === undefined) return tell({ kind: 'done', id, result });
  left.set(id, { rows: result.rows, from: 0, last: { ...result, rows: [] } });
  tellMore(id);
}

function tellMore(id: number): void {
  const sending = left.get(id);
  if (sending === undefined) return;
  const { rows, from, last } = sending;
  let values = 0;
  let end = from;
  while (end < rows.length && values < VALUES_A_MESSAGE) values += countValues(rows[end++]);
  const some = from === 0 && end === rows.length ? (rows as unknown[]) : rows.slice(from, end);
  if (end < rows.length) {
    sending.from = end;
    tell({ kind: 'slice', id, rows: some });
  } else {
    left.delete(id);
    tell({ kind: 'done', id, result: { ...last, rows: some } });
  }
}

/** What JSON columns hold counts as well; a long text counts for what it is to copy. */
function countValues(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 1_000;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + countValues(item), 1);
}

function tell(message: FromPostgres): void {
  parentPort?.postMessage(message);
}

function breakWith(error: unknown): void {
  tell({ kind: 'broken', fault: toEngineFault(error) });
  parentPort?.close();
}

function toEngineFault(error: unknown): EngineFault {
  const own = error instanceof Error ? [error.message] : [];
  return { code: files?.refusal, words: [...(files?.words ?? []), ...own] };
}

/** What a statement did wrong is an Error like any other; anything else, and the engine itself has stopped. */
function isOfStatement(error: unknown): error is Error {
  return error instanceof Error && error.name !== 'RuntimeError';
}

/** Not its statement nor its parameters, which the asker knows. */
const TOLD = ['code', 'severity', 'detail', 'hint', 'where', 'schema', 'table', 'column', 'constraint'];

function toStatementFault(error: Error): StatementFault {
  const fields = error as unknown as Readonly<Record<string, unknown>>;
  const told = TOLD.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
  return { message: error.message, told: Object.fromEntries([...told, ['refusal', files?.refusal]]) };
}

try {
  const engine = await open();
  parentPort?.on('message', ({ id, task }: ToPostgres) => {
    if (task === 'MORE') {
      tellMore(id);
      endIfDone();
      return;
    }
    perform(engine, task).then(
      (result) => {
        if (files !== undefined) files.refusal = undefined;
        tellResult(id, result);
        if (task.kind === 'close') isClosed = true;
        endIfDone();
      },
      (error: unknown) =>
        isOfStatement(error)
          ? tell({ kind: 'failed', id, fault: toStatementFault(error) })
          : breakWith(error),
    );
  });
  tell({ kind: 'ready' });
} catch (error) {
  breakWith(error);
}
