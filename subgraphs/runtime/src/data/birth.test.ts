import { type Migration, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from './birth.ts';
import { type Database, openDatabase } from './database.ts';
import { StartupError } from '../base/errors.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ kind: 'memory' });
});
afterAll(() => database.close());

const nothing: Migration = { up: () => Promise.resolve() };

it.each([
  ['the next migration', ['001-un', '002-deux'], ['001-un'], '002-deux'],
  ['several', ['001-un', '002-deux', '003-trois'], ['001-un'], '002-deux, 003-trois'],
  [
    'one before the last that is known',
    ['001-un', '002-deux', '003-trois'],
    ['001-un', '003-trois'],
    '002-deux',
  ],
])(
  'says that data are of a later program that made %s, and changes nothing',
  async (_, made, known, said) => {
    const level = `futur_${made.length}_${known.length}`;
    const byName = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, nothing]));
    await migrate(database.kysely, level, byName(made));
    const again = migrate(database.kysely, level, byName([...known, '009-neuf']));
    await expect(again).rejects.toThrow(StartupError);
    await expect(again).rejects.toThrow(
      `viennent d’une version plus récente de Palier : ce programme ne connaît pas ${said}.`,
    );
    const { rows } =
      await sql`select name from ${sql.table(`${level}.kysely_migration`)} order by name`.execute(
        database.kysely,
      );
    expect(rows).toEqual(made.map((name) => ({ name })));
  },
);

it('makes the migrations that were not, after the others, whatever the clock said when those were made', async () => {
  const made: string[] = [];
  const byName = (names: readonly string[]): Record<string, Migration> =>
    Object.fromEntries(names.map((name) => [name, { up: () => Promise.resolve(void made.push(name)) }]));
  await migrate(database.kysely, 'horloge', byName(['002-deux', '001-un']));
  await sql`update horloge.kysely_migration set "timestamp" = '2099-01-01T00:00:00.000Z' where name = '001-un'`.execute(
    database.kysely,
  );
  await migrate(database.kysely, 'horloge', byName(['001-un', '002-deux', '003-trois']));
  await migrate(database.kysely, 'horloge', byName(['001-un', '002-deux', '003-trois', '004-quatre']));
  expect(made).toEqual(['001-un', '002-deux', '003-trois', '004-quatre']);
});

it('says that a migration would come before one that was made, and makes none', async () => {
  const names = (...all: string[]) => Object.fromEntries(all.map((name) => [name, nothing]));
  await migrate(database.kysely, 'ordre', names('001-un', '003-trois'));
  const attempt = migrate(database.kysely, 'ordre', names('001-un', '002-deux', '003-trois', '004-quatre'));
  await expect(attempt).rejects.toThrow(StartupError);
  await expect(attempt).rejects.toThrow(
    'ont déjà reçu la migration 003-trois : 002-deux, qu’elles n’ont pas, viendrait avant. Rien n’y a été changé.',
  );
});
