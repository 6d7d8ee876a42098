import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../base/errors.ts';

const RETRY_EVERY_MS = 100;
const GIVE_UP_AFTER_MS = 1_000;

/** Who says that it holds a folder: only to be shown, whether it holds is what the system says. */
interface Holder {
  readonly processus: number;
  readonly machine: string;
}

/**
 * Takes the only right to open a data folder; PGlite itself takes none, and two processes on one folder lose rows. The
 * system holds the lock for as long as this process lives, whatever the file says, and between containers too. Waits up
 * to a second for a process that is ending. Returns what releases the lock.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const tryLock = await loadSystemLock();
  const file = join(folder, 'verrou');
  const descriptor = openSync(file, 'a+', 0o600);
  try {
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
    while (!tryLock(descriptor)) {
      if (performance.now() >= giveUpAt) throw new StartupError(sayHeld(folder, readHolder(file)));
      await sleep(RETRY_EVERY_MS);
    }
    signLock(descriptor);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    // The file stays: were it removed, one process could lock the file that is gone and another the next.
    ftruncateSync(descriptor);
    closeSync(descriptor);
  };
}

/** Its binary comes in the package, for the systems that Node itself is published for. */
async function loadSystemLock(): Promise<(descriptor: number) => boolean> {
  try {
    return (await import('fs-native-extensions')).tryLock;
  } catch {
    throw new StartupError(
      `Ce système (${process.platform} ${process.arch}) n’a pas de verrou pour le dossier de données : prenez un Node publié par nodejs.org (sous Linux, avec la glibc), ou un serveur PostgreSQL avec DATABASE_URL.`,
    );
  }
}

function signLock(descriptor: number): void {
  const holder: Holder = { processus: process.pid, machine: hostname() };
  ftruncateSync(descriptor);
  writeSync(descriptor, JSON.stringify(holder));
}

function readHolder(file: string): Holder | undefined {
  try {
    const { processus, machine } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return Number.isInteger(processus) && typeof machine === 'string'
      ? { processus: Number(processus), machine }
      : undefined;
  } catch {
    return undefined;
  }
}

function sayHeld(folder: string, holder: Holder | undefined): string {
  return `Le dossier de données ${folder} est déjà ouvert par ${sayHolder(holder)}. Arrêtez-le, ou choisissez un autre dossier avec PALIER_DOSSIER.`;
}

function sayHolder(holder: Holder | undefined): string {
  if (holder === undefined) return 'un autre processus';
  if (holder.machine === hostname()) return `le processus ${holder.processus}`;
  return `le processus ${holder.processus} de la machine ou du conteneur ${holder.machine}`;
}
