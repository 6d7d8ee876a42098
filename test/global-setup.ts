import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '@palier/start/open-house';
import type { DatabaseLocation } from '@palier/runtime/database';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

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
 * DATABASE_URL the same house is born on that server too, in a database made for this run and dropped after it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-test-'));
  const snapshot = join(folder, 'snapshot.tar');
  const archive = await bear({ kind: 'memory' });
  writeFileSync(snapshot, Buffer.from((await archive?.arrayBuffer()) ?? new ArrayBuffer(0)));
  const server = await createServerDatabase(process.env['DATABASE_URL']);
  project.provide('snapshot', snapshot);
  project.provide('serverUrl', server?.url);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.drop();
  };
}

async function bear(location: DatabaseLocation): Promise<Blob | undefined> {
  const house = await openHouse({ location, data: { demonstration: 'CHARGEE' }, logLevel: 'error' });
  await house.consolidate();
  const archive = await house.database.snapshot();
  await house.close();
  return archive;
}

async function createServerDatabase(
  adminUrl: string | undefined,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> } | undefined> {
  if (adminUrl === undefined || adminUrl === '') return undefined;
  const name = `palier_test_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = (): Promise<void> => admin(`drop database if exists ${name} with (force)`);
  try {
    await bear({ kind: 'server', url: url.href });
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, drop };
}
