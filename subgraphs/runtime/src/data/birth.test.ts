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
