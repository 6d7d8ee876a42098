import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseFolder, sayFolderFault, sayFolderUnusable } from './data-folder-fault.ts';
import { type CutFile, noteFileSizes, readFileSizes } from './file-sizes.ts';
import { lockFolder } from './folder-lock.ts';
import type { PostgresStart } from '../postgres/postgres-messages.ts';
import { type PostgresThread, startPostgresThread } from '../postgres/postgres-thread.ts';
import { syncFolder } from '../../base/sync-folder.ts';

const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** An embedded Postgres and the folder that it alone may open. */
export interface DataFolder {
  readonly engine: PostgresThread;
  /** Writes what is to be written, and lets others open the folder. */
  close(): Promise<void>;
}

/**
 * Opens the Postgres of a folder, born there when the folder holds none, from files prepared for it if there are any. What
 * somebody may have entered is never removed: whatever is not whole is refused with StartupError, which says what is wrong
 * and what to do.
 */
export async function openDataFolder(folder: string, prepared?: string): Promise<DataFolder> {
  const release = await takeFolder(folder);
  try {
    const engine = await openPostgres(folder, prepared);
    let closed: Promise<void> | undefined;
    return { engine, close: () => (closed ??= closePostgres(folder, engine).finally(release)) };
  } catch (error) {
    release();
    throw sayFolderFault(folder, error);
  }
}

/** The same, begun while something else is done: why it fails is told to whoever waits for it, when they do. */
export function beginDataFolder(folder: string, prepared?: string): Promise<DataFolder> {
  const opening = openDataFolder(folder, prepared);
  opening.catch(() => undefined);
  return opening;
}

const filesOf = (folder: string): string => join(folder, 'postgres');

export function holdsPostgres(folder: string): boolean {
  return existsSync(join(filesOf(folder), 'PG_VERSION'));
}

/** Whether a Postgres was whole there once: no other is born in its place. */
export const wasWhole = (folder: string): boolean => existsSync(join(folder, 'complet'));

/** Makes the folder when it is missing, and locks it. */
async function takeFolder(folder: string): Promise<() => void> {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY.folder });
    return await lockFolder(folder);
  } catch (error) {
    throw sayFolderUnusable(folder, error);
  }
}

async function openPostgres(folder: string, prepared: string | undefined): Promise<PostgresThread> {
  discardCutBirth(folder);
  if (!isEmpty(filesOf(folder)) || wasWhole(folder)) {
    refuseParts(folder);
    return startWhole(folder, undefined);
  }
  // What was prepared is of use while it is whole: without it, a birth takes longer.
  const born = prepared === undefined ? undefined : await bear(folder, prepared).catch(sayUnused);
  return born ?? bear(folder, undefined);
}

function sayUnused(error: unknown): undefined {
  const message = 'La base préparée à l’installation ne sert pas : celle-ci naît sans elle';
  const { message: why } = error as Error;
  process.stderr.write(`${JSON.stringify({ level: 'warn', message, error: { message: why } })}\n`);
}

async function bear(folder: string, prepared: string | undefined): Promise<PostgresThread> {
  const files = filesOf(folder);
  writeFileSync(join(folder, 'naissance'), '', { mode: OWNER_ONLY.file });
  syncFolder(folder);
  mkdirSync(files, { recursive: true, mode: OWNER_ONLY.folder });
  try {
    return await startWhole(folder, prepared === undefined ? 'EMPTY' : { prepared });
  } catch (error) {
    // Room is given back, if that is what was missing.
    discardCutBirth(folder);
    throw error;
  }
}

/** A birth that was cut off left files that Postgres cannot open, and nothing anybody had sent yet. */
function discardCutBirth(folder: string): void {
  if (!existsSync(join(folder, 'naissance')) || wasWhole(folder)) return;
  rmSync(filesOf(folder), { recursive: true, force: true });
  rmSync(join(folder, 'naissance'));
}

async function startWhole(folder: string, birth: PostgresStart['birth']): Promise<PostgresThread> {
  const files = filesOf(folder);
  const engine = await startPostgresThread({ files, birth });
  try {
    const { cut, isNoted } = await readFileSizes(engine, files);
    refuseCutFiles(folder, cut);
    if (!isNoted) await noteFileSizes(engine, files);
    chmodSync(files, OWNER_ONLY.folder);
    // Says only that files were here once: what they hold is what they are.
    writeFileSync(join(folder, 'complet'), '', { mode: OWNER_ONLY.file });
    rmSync(join(folder, 'naissance'), { force: true });
    syncFolder(folder);
    return engine;
  } catch (error) {
    await engine.close().catch(() => undefined);
    throw error;
  }
}

function isEmpty(files: string): boolean {
  return !existsSync(files) || readdirSync(files).length === 0;
}

/** Postgres would be born again over what is left of files that went away; nobody asked for that. */
function refuseParts(folder: string): void {
  const missing = ['PG_VERSION', 'global/pg_control'].filter(
    (name) => !existsSync(join(filesOf(folder), name)),
  );
  if (missing.length === 0) return;
  throw refuseFolder(
    folder,
    `les fichiers de Postgres n’y sont pas tous (il manque ${missing.map((name) => `postgres/${name}`).join(', ')})`,
    `Rétablissez-en une copie ; ou, si personne n’y avait rien saisi, supprimez ${join(folder, 'postgres')} et ${join(folder, 'complet')}, puis redémarrez`,
  );
}

/** Nothing is served, nor consolidated, from a part of what was there. */
function refuseCutFiles(folder: string, cut: readonly CutFile[]): void {
  if (cut.length === 0) return;
  const said = cut.map(({ relation, pages, left }) => `${relation} (${left} pages sur ${pages})`);
  throw refuseFolder(
    folder,
    `des fichiers de Postgres ont été coupés, il y manque des données : ${said.join(', ')}`,
  );
}

async function closePostgres(folder: string, engine: PostgresThread): Promise<void> {
  try {
    const { isNoted } = await readFileSizes(engine, filesOf(folder));
    if (!isNoted) await noteFileSizes(engine, filesOf(folder));
  } finally {
    await engine.close();
  }
}
