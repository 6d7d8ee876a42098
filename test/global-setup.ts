import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '@palier/start/open-house';
import { PREPARED } from '@palier/start/prepared-birth';
import type { DatabaseLocation } from '@palier/runtime/database';
import type { TestProject } from 'vitest/node';
import { startProgram } from './program.ts';
import { type OwnDatabase, openOwnDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An embedded database, born and consolidated, as one archive. */
    readonly snapshot: string;
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
  const snapshot = join(folder, 'snapshot.tar');
  const archive = await bear({ kind: 'folder', folder: join(folder, 'donnees'), prepared: PREPARED });
  writeFileSync(snapshot, Buffer.from((await archive?.arrayBuffer()) ?? new ArrayBuffer(0)));
  const server = await bearOnServer();
  project.provide('snapshot', snapshot);
  project.provide('serverUrl', server?.url);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.close();
  };
}

async function bear(location: DatabaseLocation): Promise<Blob | undefined> {
  const house = await openHouse({ location, data: { demonstration: 'CHARGEE' }, logLevel: 'error' });
  await house.consolidate();
  const archive = await house.database.snapshot();
  await house.close();
  return archive;
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
