import 'reflect-metadata';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { leaveUnbegun } from '../../level/leave-unbegun.ts';
import { arePrepared, beginLogAnew, dropTemplates, keepPreparedFiles } from './prepared-files.ts';
import { defineSubgraph } from '../../level/subgraph.ts';

const level = defineSubgraph({
  name: 'essai',
  niveau: 'MSSS',
  migrations: {
    '001-fait': {
      up: async ({ schema }: Kysely<unknown>) =>
        schema
          .createTable('fait')
          .addColumn('code', 'text', (column) => column.primaryKey())
          .execute(),
    },
    '002-secret': {
      up: async ({ schema }: Kysely<unknown>) =>
        schema
          .createTable('secret')
          .addColumn('cle', 'text', (column) => column.primaryKey())
          .execute(),
    },
  },
  secrets: ['secret'],
  load: async (database) => {
    await sql`insert into essai.fait values ('UN') on conflict do nothing`.execute(database);
  },
  entities: {},
});

let root: string;
let prepared: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'palier-prepare-'));
  prepared = join(root, 'prepare');
  const folder = join(root, 'base');
  const database = await openDatabase({ kind: 'folder', folder });
  await level.open(database, { demonstration: 'ABSENTE' });
  await sql`insert into essai.secret values ('TIRÉ')`.execute(database.kysely);
  await leaveUnbegun(database.kysely, level);
  // Most of a file of the log.
  await sql`select pg_logical_emit_message(false, 'essai', repeat('x', (30 * 2 ^ 20 - file_offset)::integer % (16 * 2 ^ 20)::integer))
    from pg_walfile_name_offset(pg_current_wal_lsn())`.execute(database.kysely);
  await dropTemplates(database.kysely);
  await beginLogAnew(database.kysely);
  await database.close();
  keepPreparedFiles(folder, prepared, 'v1');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const hasFacts = async ({ kysely }: Database): Promise<boolean> => {
  const { rows } = await sql<{ made: boolean }>`select to_regclass('essai.fait') is not null as made`.execute(
    kysely,
  );
  return rows[0]?.made === true;
};

/** Opens a new folder, asks, and closes it. */
async function inNewFolder<Value>(
  name: string,
  from: string,
  ask: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase({ kind: 'folder', folder: join(root, name), prepared: from });
  return ask(database).finally(() => database.close());
}

/** What was prepared, with one thing done to it. */
function spoil(name: string, change: (archive: string) => void): string {
  const copy = join(root, name);
  cpSync(prepared, copy, { recursive: true });
  change(join(copy, 'fichiers'));
  return copy;
}

describe('files prepared for new folders', () => {
  it('are of use to the version that they were made with, and to no other', () => {
    expect(arePrepared(prepared, 'v1')).toBe(true);
    expect(arePrepared(prepared, 'v2')).toBe(false);
    expect(arePrepared(join(root, 'nulle-part'), 'v1')).toBe(false);
  });

  it('are copied whole, for the owner of the folder alone, and opened again as any folder is', async () => {
    expect(await inNewFolder('neuf', prepared, hasFacts)).toBe(true);
    const folder = join(root, 'neuf');
    for (const name of readdirSync(folder, { recursive: true }).map(String))
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    expect(existsSync(join(folder, 'naissance'))).toBe(false);
    // Its database alone.
    expect(readdirSync(join(folder, 'postgres', 'base'))).toHaveLength(1);
    expect(await inNewFolder('neuf', join(root, 'nulle-part'), hasFacts)).toBe(true);
  });

  it.each([
    [
      'changed by a byte',
      (archive: string) => {
        const content = readFileSync(archive);
        content[content.length >> 1]! ^= 1;
        writeFileSync(archive, content);
      },
    ],
    ['cut', (archive: string) => truncateSync(archive, 1_000_000)],
    ['missing', (archive: string) => rmSync(archive)],
  ])('are left alone when they are %s: the folder is born without them', async (name, change) => {
    const spoilt = spoil(`gate-${name.length}`, change);
    expect(await inNewFolder(`sans-${name.length}`, spoilt, hasFacts)).toBe(false);
  });

  it('are held in memory too, by each database on its own', async () => {
    const open = () => openDatabase({ kind: 'memory', prepared });
    const [one, other] = await Promise.all([open(), open()]);
    // Nothing makes room for its log again.
    expect((await sql`select name from pg_ls_waldir()`.execute(one.kysely)).rows).toHaveLength(1);
    const count = async ({ kysely }: Database) =>
      (await sql<{ code: string }>`select code from essai.fait order by code`.execute(kysely)).rows.length;
    await sql`insert into essai.fait select 'F' || rank from generate_series(1, 5000) as rank`.execute(
      one.kysely,
    );
    expect([await count(one), await count(other)]).toEqual([5_001, 1]);
    await Promise.all([one.close(), other.close()]);
    expect(await inNewFolder('intact', prepared, hasFacts)).toBe(true);
  });

  it('give each folder a memory that begins there, a key and secrets of its own', async () => {
    const open = (name: string) =>
      inNewFolder(name, prepared, async (database) => {
        const before = new Date().toISOString();
        const subgraph = await level.open(database, { demonstration: 'ABSENTE' });
        await expect(subgraph.settle(before)).rejects.toThrow();
        const { rows } = await sql<{ epoque: string; keys: string[]; secrets: number }>`select epoque,
          (select array_agg(publique) from essai.journal_cle) as keys,
          (select count(*)::integer from essai.secret) as secrets from essai.memoire`.execute(
          database.kysely,
        );
        return rows[0]!;
      });
    const [first, second] = [await open('premier'), await open('second')];
    expect(first.epoque).not.toBe(second.epoque);
    expect(first.keys).toHaveLength(1);
    expect(second.keys).toHaveLength(1);
    expect(first.keys).not.toEqual(second.keys);
    expect([first.secrets, second.secrets]).toEqual([0, 0]);
  });
});
