import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';

const MIB = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'palier-journal-ecritures-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function valueOf(database: Kysely<unknown>, query: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`select (${sql.raw(query)})::float8 as value`.execute(
    database,
  );
  return rows[0]?.value ?? NaN;
}

it('the log of writes is kept short while the program runs', async () => {
  const { kysely, close } = await openDatabase({ kind: 'folder', folder });
  await sql`create table fait (id integer primary key, texte text)`.execute(kysely);
  await sql`insert into fait select n, '' from generate_series(1, 20000) as n`.execute(kysely);
  const size = 'select sum(size) from pg_ls_waldir()';
  const before = await valueOf(kysely, `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')`);
  let most = 0;
  for (let round = 0; round < 12; round += 1) {
    await kysely
      .transaction()
      .execute((inside) =>
        sql`update fait set texte = repeat(${String(round % 10)}::text, 500)`.execute(inside),
      );
    most = Math.max(most, await valueOf(kysely, size));
  }
  const written = (await valueOf(kysely, `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')`)) - before;
  expect(written).toBeGreaterThan(140 * MIB);
  // What is past the checkpoint, what one transaction writes, and the segment that is begun.
  expect(most).toBeLessThan(130 * MIB);
  expect(readdirSync(join(folder, 'postgres/pg_wal')).length).toBeLessThan(12);
  expect(await valueOf(kysely, 'select count(*) from fait')).toBe(20_000);
  await close();
});
