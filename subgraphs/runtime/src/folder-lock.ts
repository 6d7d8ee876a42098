import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from './errors.ts';

const RETRY_EVERY_MS = 100;
const GIVE_UP_AFTER_MS = 1_000;
const heldHere = new Set<string>();

/**
 * Takes the only right to open a data folder; PGlite itself takes none, and two processes on one folder lose rows.
 * Waits up to a second for a process that is ending. Returns what releases the lock.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, 'verrou');
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  while (!tryLock(file)) {
    if (Date.now() >= giveUpAt) throw new StartupError(occupiedMessage(folder, readOwner(file)));
    await sleep(RETRY_EVERY_MS);
  }
  heldHere.add(file);
  let held = true;
  const releaseOnce = (): void => {
    process.off('exit', releaseOnce);
    if (held) release(file);
    held = false;
  };
  // However the program ends; only a process that is killed leaves its lock behind.
  process.once('exit', releaseOnce);
  return releaseOnce;
}

function tryLock(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    setAsideIfAbandoned(file);
    return false;
  }
}

/** Renaming is atomic: of several processes that see the same dead owner, one removes its lock. */
function setAsideIfAbandoned(file: string): void {
  const owner = readOwner(file);
  if (owner === undefined || isAlive(owner, file)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another process was quicker; the next attempt sees what it did.
  }
}

function readOwner(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A lock with our own number that we do not hold is from an earlier life: containers give the same number again. */
function isAlive(pid: number, file: string): boolean {
  if (pid === process.pid) return heldHere.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function release(file: string): void {
  heldHere.delete(file);
  rmSync(file, { force: true });
}

function occupiedMessage(folder: string, owner: number | undefined): string {
  const who = owner === undefined ? 'un autre processus' : `le processus ${owner}`;
  return `Le dossier de données ${folder} est déjà ouvert par ${who}. Arrêtez-le, ou choisissez un autre dossier avec PALIER_DOSSIER.`;
}
