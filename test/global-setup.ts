import { existsSync } from 'node:fs';
import { PREPARED } from '@palier/start/prepared-birth';
import type { TestProject } from 'vitest/node';
import { startProgram } from './program.ts';
import { type OwnDatabase, openOwnDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A house born and consolidated on a Postgres server, in a database of its own; undefined without DATABASE_URL. */
    readonly serverUrl: string | undefined;
  }
}

/**
 * Every house of the tests opens a copy of what new folders are born from, which an installation has prepared: it is made again
 * here where the sources are other. With DATABASE_URL a house is born on that server too, in a database made for this run and
 * dropped after it; each test opens a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const preparing = startProgram('gateway/start/prepare-birth.ts');
  if ((await preparing.ended) !== 0 || !existsSync(PREPARED))
    throw new Error(`No database is prepared: ${preparing.said()}`);
  const server = await bearOnServer();
  project.provide('serverUrl', server?.url);
  return async () => server?.close();
}

/** Nothing stays connected to it: what is opened on a server is a copy of it. */
async function bearOnServer(): Promise<OwnDatabase | undefined> {
  if (!process.env['DATABASE_URL']) return undefined;
  // Loaded for this alone: it is all of Palier.
  const { openHouse } = await import('@palier/start/open-house');
  const database = (await openOwnDatabase())!;
  try {
    const location = { kind: 'server', url: database.url } as const;
    const house = await openHouse({ location, data: { demonstration: 'CHARGEE' }, logLevel: 'error' });
    await house.consolidate();
    await house.close();
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
