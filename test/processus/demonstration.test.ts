import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { openHouse } from '@palier/start/open-house';
import { PREPARED } from '@palier/start/prepared-birth';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'palier-demonstration-'));
const location: DatabaseLocation = { kind: 'folder', folder: join(root, 'donnees'), prepared: PREPARED };
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function inFolder<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(location);
  return work(database).finally(() => database.close());
}

/** Of each level, what it remembers and since when, and how often it was opened with the demonstration. */
const readLevels = ({ kysely }: Database) =>
  Promise.all(
    LEVELS.map(async ({ level }) => {
      const { rows } =
        await sql`select epoque, depuis, (select count(*) from ${sql.table(`${level}.journal_demonstration`)}) as opened
        from ${sql.table(`${level}.memoire`)}`.execute(kysely);
      return rows[0];
    }),
  );

it('asked for beside what one level was told is refused before any of the others is changed', async () => {
  const before = await inFolder(async (database) => {
    for (const level of LEVELS) await level.prepare(database.kysely, { demonstration: 'ABSENTE' });
    await sql`insert into sante_quebec.canevas (code, version, exercice, nature, provenance)
      values ('2026-2027-V1', 1, '2026-2027', 'OFFICIEL', '{"origine":"SAISIE"}')`.execute(database.kysely);
    return readLevels(database);
  });
  const opening = openHouse({ location, data: { demonstration: 'CHARGEE' }, logLevel: 'error' });
  await expect(opening).rejects.toThrow(/sante_quebec contient des données réelles.*PALIER_DEMO=0/);
  expect(await inFolder(readLevels)).toEqual(before);
});
