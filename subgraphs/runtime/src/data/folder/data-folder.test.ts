import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { StartupError } from '../../base/errors.ts';

const PAGE = 8_192;
let root: string;
/** A folder in which somebody has entered 2 000 rows, and that was closed as it should be. */
let sound: string;
let files: { readonly table: string; readonly key: string; readonly notes: string };

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'palier-dossier-'));
  sound = join(root, 'sain');
  const database = await openDatabase({ kind: 'folder', folder: sound });
  await sql`create table acte (n integer primary key, texte text not null)`.execute(database.kysely);
  await sql`insert into acte select n, repeat('x', 100) from generate_series(1, 2000) n`.execute(
    database.kysely,
  );
  await database.close();
  files = await findFiles(sound);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function copyOf(name: string): string {
  const folder = join(root, name);
  cpSync(sound, folder, { recursive: true });
  return folder;
}

async function findFiles(folder: string): Promise<typeof files> {
  const database = await open(folder);
  const { rows } = await sql<typeof files>`select pg_relation_filepath('acte') as table,
    pg_relation_filepath('acte_pkey') as key, pg_relation_filepath('palier.fichier') as notes`.execute(
    database.kysely,
  );
  await database.close();
  return rows[0]!;
}

const open = (folder: string): Promise<Database> => openDatabase({ kind: 'folder', folder });

async function countActs(folder: string): Promise<unknown> {
  const database = await open(folder);
  const { rows } = await sql<{ n: number }>`select count(*) as n from acte`.execute(database.kysely);
  await database.close();
  return rows[0]?.n;
}

/** The one line that refuses a folder; nothing in it has changed meanwhile. */
async function refusalOf(folder: string): Promise<string> {
  const before = listFiles(folder);
  const fault = await open(folder).then(
    async (database) => database.close().then(() => 'it opened'),
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(StartupError);
  const { message } = fault as StartupError;
  expect(message.split('\n')).toHaveLength(1);
  expect(message).toContain(`Le dossier de données ${folder} ne s’ouvre pas : `);
  expect(message).toContain('Rien n’y a été effacé.');
  expect(listFiles(folder)).toEqual(expect.arrayContaining(before));
  return message;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

describe('a data folder', () => {
  it('is for its owner alone, and so is every file that Postgres makes in it', () => {
    for (const name of ['.', ...listFiles(sound)])
      expect(statSync(join(sound, name)).mode & 0o077, name).toBe(0);
  });

  it('puts what is confirmed on the disk', async () => {
    const database = await open(copyOf('durable'));
    const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes') order by name`.execute(
      database.kysely,
    );
    await database.close();
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      wal_sync_method: 'fsync',
    });
  });

  it('keeps a sound Postgres whose marker is gone, with what somebody entered', async () => {
    const folder = copyOf('sans-temoin');
    rmSync(join(folder, 'complet'));
    writeFileSync(join(folder, 'postgres', 'note.txt'), 'à moi');
    expect(await countActs(folder)).toBe(2000);
    expect(readFileSync(join(folder, 'postgres', 'note.txt'), 'utf8')).toBe('à moi');
    expect(existsSync(join(folder, 'complet'))).toBe(true);
  });

  it('is born again where a birth was cut off, and nowhere else', async () => {
    const cut = join(root, 'naissance-coupee');
    mkdirSync(join(cut, 'postgres/base'), { recursive: true });
    writeFileSync(join(cut, 'naissance'), '');
    writeFileSync(join(cut, 'postgres/PG_VERSION'), '18');
    await (await open(cut)).close();
    expect(readdirSync(cut).sort()).toEqual(['complet', 'postgres', 'verrou']);

    const whole = copyOf('naissance-finie');
    writeFileSync(join(whole, 'naissance'), '');
    expect(await countActs(whole)).toBe(2000);
  });

  it('closed while somebody writes keeps nothing of what is then given up', async () => {
    const folder = copyOf('ferme-en-cours');
    const database = await open(folder);
    let closing: Promise<void> | undefined;
    const writing = database.kysely.transaction().execute(async (transaction) => {
      for (let n = 2001; n <= 2010; n++) {
        await sql`insert into acte values (${n}, 'x')`.execute(transaction);
        closing ??= database.close();
      }
      throw new Error('given up');
    });
    await expect(writing).rejects.toThrow();
    await closing;
    expect(await countActs(folder)).toBe(2000);
  });

  it('closed while somebody writes keeps all of it, and refuses whoever comes after', async () => {
    const folder = copyOf('ferme-ensuite');
    const database = await open(folder);
    let closing: Promise<void> | undefined;
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into acte values (2001, 'x')`.execute(transaction);
      closing = database.close();
      await sql`insert into acte values (2002, 'x')`.execute(transaction);
    });
    await closing;
    await expect(sql`select 1`.execute(database.kysely)).rejects.toThrow();
    expect(await countActs(folder)).toBe(2002);
  });

  it.each([
    ['all its files', ['postgres']],
    ['its version', ['postgres/PG_VERSION']],
    ['its control file', ['postgres/global/pg_control']],
    ['its control file, and its marker', ['postgres/global/pg_control', 'complet']],
    ['its version, and its marker', ['postgres/PG_VERSION', 'complet']],
  ])('that has lost %s is refused, and nothing is born over it', async (_, lost) => {
    const folder = copyOf(`perdu-${lost.join('-').replaceAll('/', '-')}`);
    for (const name of lost) rmSync(join(folder, name), { recursive: true });
    expect(await refusalOf(folder)).toContain('les fichiers de Postgres n’y sont pas tous');
  });

  it.each([
    [
      'an empty control file',
      'global/pg_control',
      0,
      'le fichier postgres/global/pg_control manque ou est abîmé',
    ],
    [
      'a control file cut short',
      'global/pg_control',
      100,
      'le fichier postgres/global/pg_control manque ou est abîmé',
    ],
    ['an emptied log of writes', 'pg_wal', 0, 'le journal de Postgres (postgres/pg_wal) manque ou est abîmé'],
  ])('with %s is refused for what it is', async (name, path, length, said) => {
    const folder = copyOf(name.replaceAll(' ', '-'));
    const target = join(folder, 'postgres', path);
    const targets = statSync(target).isDirectory()
      ? readdirSync(target)
          .filter((file) => /^[0-9A-F]{24}$/.test(file))
          .map((file) => join(target, file))
      : [target];
    for (const file of targets) truncateSync(file, length);
    expect(await refusalOf(folder)).toContain(said);
  });

  it('of another version of Postgres is refused for what it is', async () => {
    const folder = copyOf('autre-version');
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '15\n');
    const message = await refusalOf(folder);
    expect(message).toContain('ses fichiers sont d’une autre version de PostgreSQL');
    expect(message).toContain('Rien n’y a été effacé. Ouvrez-le avec la version de Palier qui l’a écrit, ou');
  });

  it.each([
    ['a table cut at a page', 'table', 20, 'acte (20 pages sur'],
    ['a table cut to nothing', 'table', 0, 'acte (0 pages sur'],
    ['a key cut at a page', 'key', 3, 'acte_pkey (3 pages sur'],
    ['its notes of these cut at a page', 'notes', 1, 'palier.fichier ('],
    ['its notes of these cut to nothing', 'notes', 0, 'palier.fichier (0 pages sur'],
  ] as const)('with %s is refused, and opens once it is whole again', async (name, which, pages, said) => {
    const folder = copyOf(name.replaceAll(' ', '-'));
    const file = join(folder, 'postgres', files[which]);
    const whole = readFileSync(file);
    truncateSync(file, pages * PAGE);
    const message = await refusalOf(folder);
    expect(message).toContain('des fichiers de Postgres ont été coupés, il y manque des données');
    expect(message).toContain(said);
    writeFileSync(file, whole);
    expect(await countActs(folder)).toBe(2000);
  });

  it('is noted again once one of its files has grown, and left as it was otherwise', async () => {
    const folder = copyOf('notes');
    expect(await findFiles(folder)).toEqual(files);
    const database = await open(folder);
    await sql`insert into acte select n, repeat('x', 100) from generate_series(2001, 3000) n`.execute(
      database.kysely,
    );
    await database.close();
    expect(await findFiles(folder)).toEqual({ ...files, notes: expect.not.stringMatching(files.notes) });
    truncateSync(join(folder, 'postgres', files.table), 40 * PAGE);
    expect(await refusalOf(folder)).toContain('acte (40 pages sur');
  });

  it('that is a file, or cannot be made, is refused in one line', async () => {
    const file = join(root, 'fichier');
    writeFileSync(file, '');
    await expect(open(file)).rejects.toThrow(
      /^Le dossier de données .* ne peut pas être créé ou écrit \(EEXIST\)/,
    );
    await expect(open(join(file, 'dossier'))).rejects.toThrow(/ne peut pas être créé ou écrit \(ENOTDIR\)/);
  });
});
