import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { syncFolder } from '../../base/sync-folder.ts';
import type { FilesInMemory } from './postgres-messages.ts';

/** All the files one after the other, and what they are. */
const ARCHIVE = 'fichiers';
const LIST = 'liste.json';

interface PreparedList {
  /** Of the program and the data that it was made with: another one makes its own. */
  readonly version: string;
  /** The SHA-256 of the archive. */
  readonly empreinte: string;
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Before the folder is closed: what is left of its log of writes is a file that has just begun. From one that is nearly full,
 * whoever opens a copy makes the next at once, of 16 MB.
 */
export async function beginLogAnew(database: Kysely<unknown>): Promise<void> {
  await sql`select pg_switch_wal()`.execute(database);
}

/** Before the folder is closed: nobody makes a database in an embedded Postgres, and what others are made from is a third of its files. */
export async function dropTemplates(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    update pg_database set datistemplate = false, datallowconn = true where datistemplate returning datname as name`.execute(
    database,
  );
  for (const { name } of rows) await sql`drop database ${sql.id(name)}`.execute(database);
}

/** Keeps the Postgres of a data folder that was closed, to be copied where a new one is born. */
export function keepPreparedFiles(dataFolder: string, prepared: string, version: string): void {
  const root = join(dataFolder, 'postgres');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    join(parentPath, name).slice(root.length + 1);
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(pathOf)
    .sort();
  const paths = entries.filter((entry) => entry.isFile()).map(pathOf);
  const contents = paths.map((path) => readFileSync(join(root, path)));
  const archive = Buffer.concat(contents);
  const files = paths.map((path, index) => ({ path, bytes: contents[index]!.length }));
  const list: PreparedList = { version, empreinte: digest(archive), folders, files };
  const making = `${prepared}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, ARCHIVE), archive);
  writeFileSync(join(making, LIST), JSON.stringify(list));
  rmSync(prepared, { recursive: true, force: true });
  renameSync(making, prepared);
}

/** Whether files were prepared with this program and these data. */
export function arePrepared(prepared: string, version: string): boolean {
  try {
    return readList(prepared).version === version;
  } catch {
    return false;
  }
}

/**
 * Copies them to a folder that is there and empty.
 * @returns once they are all there; `synced` is settled once they are on the disk
 * @throws when they are not as they were made: what was copied is worth nothing
 */
export function copyPreparedFiles(prepared: string, target: string): { readonly synced: Promise<void> } {
  const { empreinte, folders, files } = readList(prepared);
  const archive = openSync(join(prepared, ARCHIVE), 'r');
  const hash = createHash('sha256');
  try {
    for (const folder of folders) mkdirSync(join(target, folder), { mode: 0o700 });
    for (const { path, bytes } of files) copyNext(archive, bytes, join(target, path), hash);
  } finally {
    closeSync(archive);
  }
  if (hash.digest('base64url') !== empreinte) throw new Error('the files are not as they were prepared');
  return { synced: syncAll(target, { folders, files }) };
}

/** Files open at once: a process may have some hundreds. */
const AT_ONCE = 128;

async function syncAll(
  target: string,
  { folders, files }: Pick<PreparedList, 'folders' | 'files'>,
): Promise<void> {
  for (let first = 0; first < files.length; first += AT_ONCE) {
    // One by one, a disk takes ten times as long.
    await Promise.all(files.slice(first, first + AT_ONCE).map(({ path }) => syncFile(join(target, path))));
  }
  for (const folder of new Set(['', ...folders, ...files.map(({ path }) => dirname(path))]))
    syncFolder(join(target, folder));
}

/** The same, to be held in memory. Who asks has made them: they are not checked. */
export function readPreparedFiles(prepared: string): FilesInMemory {
  const { folders, files } = readList(prepared);
  return { folders, files, content: readFileSync(join(prepared, ARCHIVE)) };
}

const part = Buffer.alloc(2 ** 18);

/** What it writes is not on the disk yet. */
function copyNext(archive: number, bytes: number, path: string, hash: Hash): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let left = bytes; left > 0;) {
      const read = readSync(archive, part, 0, Math.min(left, part.length), null);
      if (read === 0) throw new Error('the files are cut');
      hash.update(part.subarray(0, read));
      for (let done = 0; done < read;) done += writeSync(descriptor, part, done, read - done);
      left -= read;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Whoever uses the files may have removed it meanwhile. */
async function syncFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readList(prepared: string): PreparedList {
  return JSON.parse(readFileSync(join(prepared, LIST), 'utf8')) as PreparedList;
}

const digest = (content: Buffer): string => createHash('sha256').update(content).digest('base64url');
