import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '@palier/start/open-house';
import { PREPARED } from '@palier/start/prepared-birth';
import type { DatabaseLocation } from '@palier/runtime/database';
import { keepPreparedFiles } from '@palier/runtime/prepared-files';
import type { TestProject } from 'vitest/node';
import { startProgram } from './program.ts';
import { type OwnDatabase, openOwnDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the files of an embedded database, born and consolidated. */
    readonly prepared: string;
    /** The same on a Postgres server, in a database of its own; undefined without DATABASE_URL. */
    readonly serverUrl: string | undefined;
  }
}

/**
 * Every house of the tests is born here, once: opening the copy costs a second less than being born again. With
 * DATABASE_URL the same house is born on that server too, in a database made for this run and dropped after it; each test
 * opens a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What new folders are born from, as an installation prepares it.
  const preparing = startProgram('gateway/start/prepare-birth.ts');
  if ((await preparing.ended) !== 0 || !existsSync(PREPARED))
    throw new Error(`No database is prepared: ${preparing.said()}`);
  const folder = mkdtempSync(join(tmpdir(), 'palier-test-'));
  const born = join(folder, 'donnees');
  const prepared = join(folder, 'naissance');
  await bear({ kind: 'folder', folder: born, prepared: PREPARED });
  keepPreparedFiles(born, prepared, 'consolidée');
  const server = await bearOnServer();
  project.provide('prepared', prepared);
  project.provide('serverUrl', server?.url);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.close();
  };
}

async function bear(location: DatabaseLocation): Promise<void> {
  const house = await openHouse({ location, data: { demonstration: 'CHARGEE' }, logLevel: 'error' });
  await house.consolidate();
  await house.close();
}

/** Nothing stays connected to it: what is opened on a server is a copy of it. */
async function bearOnServer(): Promise<OwnDatabase | undefined> {
  if (!process.env['DATABASE_URL']) return undefined;
  const database = (await openOwnDatabase())!;
  try {
    await bear({ kind: 'server', url: database.url });
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
