import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markChanges } from './change-marks.ts';
import { type DataVersion, followVersion } from './data-version.ts';
import { type Database, type DatabaseLocation, openDatabase } from './database.ts';

const server = process.env['DATABASE_URL'];
const LEVEL = 'essai_version';
const locations: DatabaseLocation[] = [
  { kind: 'memory' },
  ...(server === undefined ? [] : [{ kind: 'server' as const, url: server }]),
];

async function prepare(database: Database): Promise<DataVersion> {
  await sql.raw(`drop schema if exists ${LEVEL} cascade`).execute(database.kysely);
  await sql.raw(`create schema ${LEVEL}`).execute(database.kysely);
  await sql.raw(`create table ${LEVEL}.acte (texte text)`).execute(database.kysely);
  await markChanges(database.kysely, LEVEL);
  return followVersion(database, LEVEL, () => ({}));
}

/** The version once it is known. */
async function settle(version: DataVersion, unlike?: string): Promise<string> {
  for (;;) {
    const current = version.current();
    if (current !== undefined && current !== unlike) return current;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe.each(locations)('the version of data on a $kind database', (location) => {
  let database: Database;
  let version: DataVersion;
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(database.kysely);

  beforeAll(async () => {
    database = await openDatabase(location);
    version = await prepare(database);
  });
  afterAll(async () => {
    await run(`drop schema if exists ${LEVEL} cascade`);
    await database.close();
  });

  it('stays while data are only read, and is the same for whoever asks', async () => {
    const before = await settle(version);
    await run(`select * from ${LEVEL}.acte`);
    expect(await version.refresh()).toBe(before);
    const other = await followVersion(database, LEVEL, () => ({}));
    expect(await settle(other)).toBe(before);
  });

  it.each([
    ['an insertion', `insert into ${LEVEL}.acte values ('a')`],
    ['an update', `update ${LEVEL}.acte set texte = 'b'`],
    ['a deletion', `delete from ${LEVEL}.acte`],
    ['a truncation', `truncate ${LEVEL}.acte`],
  ])('changes with %s', async (_, text) => {
    const before = await settle(version);
    await run(text);
    expect(await settle(version, before)).not.toBe(before);
  });

  it('is known to be in doubt as soon as the change is announced', async () => {
    const before = await settle(version);
    const told: (string | undefined)[] = [];
    const stop = version.onChange(() => told.push(version.current()));
    await run(`insert into ${LEVEL}.acte values ('c')`);
    const after = await settle(version, before);
    stop();
    expect(told).toEqual([undefined, after]);
  });

  it('is not known after a doubt, until it was read again', async () => {
    const before = await settle(version);
    version.doubt();
    expect(version.current()).toBeUndefined();
    expect(await settle(version)).toBe(before);
  });

  it('does not change with what was rolled back', async () => {
    const before = await settle(version);
    await database.kysely
      .transaction()
      .execute(async (transaction) => {
        await sql.raw(`insert into ${LEVEL}.acte values ('d')`).execute(transaction);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await version.refresh()).toBe(before);
  });

  it('changes once a transaction that went back to a savepoint commits', async () => {
    const before = await settle(version);
    await database.kysely.transaction().execute(async (transaction) => {
      const step = (text: string): Promise<unknown> => sql.raw(text).execute(transaction);
      await step('savepoint etape');
      await step(`insert into ${LEVEL}.acte values ('e')`);
      await step('rollback to savepoint etape');
      await step(`insert into ${LEVEL}.acte values ('f')`);
    });
    expect(await settle(version, before)).not.toBe(before);
  });

  it('depends on what else changes answers', async () => {
    const other = await followVersion(database, LEVEL, () => ({ demonstration: 'CHARGEE' }));
    expect(await settle(other)).not.toBe(await settle(version));
  });

  it('keeps few marks of what changed, and is never what it was', async () => {
    const seen = new Set([await settle(version)]);
    let last = [...seen][0]!;
    for (let change = 0; change < 600; change += 1) {
      await run(`insert into ${LEVEL}.acte values ('g')`);
      last = await settle(version, last);
      seen.add(last);
    }
    const { rows } = await sql<{
      count: number;
    }>`select count(*) from ${sql.table(`${LEVEL}.version_donnees`)}`.execute(database.kysely);
    expect(seen.size).toBe(601);
    expect(rows[0]?.count).toBeLessThanOrEqual(512);
  });

  it.runIf(location.kind === 'server')(
    'is new when a transaction that began before old marks were dropped commits after',
    async () => {
      const marks = `${LEVEL}.version_donnees`;
      const seen = [await settle(version)];
      const next = async (text: string): Promise<void> => {
        await run(text);
        seen.push(await settle(version, seen.at(-1)));
      };
      const began = await database.kysely.startTransaction().execute();
      await sql.raw(`insert into ${LEVEL}.acte values ('early')`).execute(began);
      await next(`select setval(pg_get_serial_sequence('${marks}', 'numero'),
        (select 256 * (max(numero) / 256 + 2) - 1 from ${marks})); insert into ${LEVEL}.acte values ('drops')`);
      await began.commit().execute();
      seen.push(await settle(version, seen.at(-1)));
      await next(`insert into ${LEVEL}.acte values ('later')`);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it.runIf(location.kind === 'server')(
    'differs between two transactions whatever the order they commit in',
    async () => {
      const versions = [await settle(version)];
      const began = await database.kysely.startTransaction().execute();
      await sql.raw(`insert into ${LEVEL}.acte values ('first')`).execute(began);
      await run(`insert into ${LEVEL}.acte values ('second')`);
      versions.push(await settle(version, versions[0]));
      await began.commit().execute();
      versions.push(await settle(version, versions[1]));
      expect(new Set(versions).size).toBe(3);
    },
  );

  it.runIf(location.kind === 'server')(
    'is unknown while the server is not heard, and then holds what was missed',
    async () => {
      const before = await settle(version);
      const told: (string | undefined)[] = [];
      const stop = version.onChange(() => told.push(version.current()));
      await run(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query in ('listen "palier_version"', 'select 1')`,
      );
      await run(`insert into ${LEVEL}.acte values ('missed')`);
      const after = await settle(version, before);
      stop();
      expect(told[0]).toBeUndefined();
      expect(after).toBe(await version.refresh());
    },
  );
});
