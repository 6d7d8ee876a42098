import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { kill, startNode, until } from '../../../../test/program.ts';
import { openDatabase } from './database.ts';

const COMMIT = `const { openDatabase } = await import(${JSON.stringify(new URL('./database.ts', import.meta.url).href)});
  const { sql } = await import('kysely');
  const { kysely } = await openDatabase({ kind: 'folder', folder: process.argv[1] });
  await sql\`create table if not exists acte (n integer primary key)\`.execute(kysely);
  const { rows } = await sql\`select coalesce(max(n), 0) as n from acte\`.execute(kysely);
  for (let n = rows[0].n + 1; ; n += 1) {
    await sql\`insert into acte values (\${n})\`.execute(kysely);
    process.stdout.write(n + '\\n');
  }`;

/** Enters acts until it is killed; gives the last that was confirmed. */
async function enterUntilKilled(folder: string, after: number): Promise<number> {
  const program = startNode(['--import', 'tsx', '-e', COMMIT, folder]);
  await until(program, () => program.wrote().split('\n').length > after);
  await kill(program);
  // What it was writing when it died may be half a line.
  return Number(program.wrote().split('\n').at(-2));
}

it('keeps what was confirmed when the process is killed, again and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'palier-actes-'));
  for (const after of [1, 17, 40]) {
    const confirmed = await enterUntilKilled(folder, after);
    const database = await openDatabase({ kind: 'folder', folder });
    const { rows } = await sql<{ last: number; all: number }>`
      select max(n) as last, count(*) as all from acte`.execute(database.kysely);
    await database.close();
    // One more may have been written that nobody was told of; none before it is missing.
    expect(rows[0]?.last).toBeGreaterThanOrEqual(confirmed);
    expect(rows[0]?.all).toBe(rows[0]?.last);
  }
  rmSync(folder, { recursive: true });
});
