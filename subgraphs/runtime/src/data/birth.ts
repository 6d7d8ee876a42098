import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { type Kysely, type Migration, type RawBuilder, sql } from 'kysely';
import { SHARED_BUILD } from '../base/build.ts';
import { StartupError } from '../base/errors.ts';
import { type RememberedTable, listRememberedTables } from './remembered-tables.ts';

/** Where it is said which migrations of a level were made. */
const HISTORY = 'kysely_migration';

/**
 * Brings the tables of one level, in its own Postgres schema, to their latest shape, in the transaction of whoever calls, which is
 * the only one to do it then. `history` names the table that says which migrations were made.
 */
export async function migrate(
  transaction: Kysely<unknown>,
  level: string,
  migrations: Readonly<Record<string, Migration>>,
  history = HISTORY,
): Promise<void> {
  const pending = await listPending(transaction, level, migrations, history);
  if (pending.length === 0) return;
  const made = sql.table(`${level}.${history}`);
  // Whoever owns a schema may not be one who makes some.
  if ((await sql`select from pg_namespace where nspname = ${level}`.execute(transaction)).rows.length === 0)
    await sql`create schema ${sql.id(level)}`.execute(transaction);
  await sql`create table if not exists ${made} (
    name varchar(255) primary key, "timestamp" varchar(255) not null)`.execute(transaction);
  for (const name of pending) {
    await migrations[name]!.up(transaction.withSchema(level));
    await sql`insert into ${made} values (${name}, ${new Date().toISOString()})`.execute(transaction);
  }
}

/**
 * The migrations that were not made yet, in the order in which they are to be. Raises StartupError, before anything is changed,
 * for what a later program has made of the tables, which is not for this one to read, nor to change; and for one that would
 * come before another that was made.
 */
export async function listPending(
  database: Kysely<unknown>,
  level: string,
  migrations: Readonly<Record<string, Migration>>,
  history = HISTORY,
): Promise<readonly string[]> {
  const made = await listMade(database, `${level}.${history}`);
  const unknown = made.filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StartupError(
      `Les données du palier ${level} viennent d’une version plus récente de Palier : ce programme ne connaît pas ${unknown.join(', ')}. Rien n’y a été changé. Démarrez la version qui les a écrites, ou choisissez une autre base (PALIER_DOSSIER, DATABASE_URL).`,
    );
  const pending = Object.keys(migrations)
    .filter((name) => !made.includes(name))
    .sort();
  const [first] = pending;
  const after = first === undefined ? undefined : made.find((name) => name > first);
  if (after !== undefined)
    throw new StartupError(
      `Les données du palier ${level} ont déjà reçu la migration ${after} : ${first}, qu’elles n’ont pas, viendrait avant. Rien n’y a été changé. Donnez-lui un nom qui vienne après.`,
    );
  return pending;
}

async function listMade(database: Kysely<unknown>, table: string): Promise<readonly string[]> {
  if (!(await isThere(database, table))) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(database);
  return rows.map(({ name }) => name).sort();
}

export async function isThere(database: Kysely<unknown>, table: string): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`select to_regclass(${table}) is not null as made`.execute(
    database,
  );
  return rows[0]?.made === true;
}

/** Rows of one table, by column. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What a level knows at birth: for each table, in an order that respects their references, the rows of its data files. */
export type Birth = Readonly<Record<string, Rows>>;

/** What was read once of each: the files of a program do not change while it runs. */
const versions = new WeakMap<() => Birth, string>();

/** What a base says of its birth. Those made by an older program have no `lu_de`. */
interface NotedBirth {
  readonly version: string;
  readonly lu_de?: string | null;
}

/**
 * Loads what a level knows at birth, once per version of the data files: the tables named hold nothing else, and are brought
 * to the new version in one transaction, row by row: what did not change was known before. Acts live in other tables and are
 * never touched. Where the base says that this program has read the `folder` of these files before, as it is, nothing is read again:
 * what is made of them takes a seventh of the CPU of a start.
 */
export async function loadBirth(
  database: Kysely<unknown>,
  level: string,
  readBirth: () => Birth,
  folder: URL,
  program = SHARED_BUILD,
): Promise<void> {
  const sourceOf = (version: string) => program && digestSource(program, folder, version);
  // Read first: whoever may only act in this level finds it born, and changes nothing.
  const noted = await findBirth(database, level);
  if (noted?.lu_de && noted.lu_de === sourceOf(noted.version)) return;
  const read = versions.has(readBirth) ? undefined : readBirth();
  const version = versions.get(readBirth) ?? digestBirth(read!);
  versions.set(readBirth, version);
  if (noted?.version === version) return noteSource(database, level, sourceOf(version));
  const birth = read ?? readBirth();
  const birthTable = sql.table(`${level}.naissance`);
  await sql`create table if not exists ${birthTable} (version text not null)`.execute(database);
  // The tables that nobody writes but a birth: `npm run base` lets no level change them.
  await sql`alter table ${birthTable} add column if not exists tables text[] not null default '{}',
    add column if not exists lu_de text`.execute(database);
  await database.transaction().execute(async (transaction) => {
    const known = await sql<{
      version: string;
    }>`select version from ${birthTable} for update`.execute(transaction);
    if (known.rows[0]?.version === version) return;
    if (known.rows.length === 0)
      for (const [table, rows] of Object.entries(birth)) await insertRows(transaction, level, table, rows);
    else await replaceBirth(transaction, level, birth);
    await sql`delete from ${birthTable}`.execute(transaction);
    await sql`insert into ${birthTable} (version, tables, lu_de)
      values (${version}, ${Object.keys(birth)}::text[], ${sourceOf(version) ?? null})`.execute(transaction);
  });
}

async function findBirth(database: Kysely<unknown>, level: string): Promise<NotedBirth | undefined> {
  const table = `${level}.naissance`;
  if (!(await isThere(database, table))) return undefined;
  const { rows } = await sql<{ row: NotedBirth }>`
    select to_jsonb(birth) as row from ${sql.table(table)} as birth`.execute(database);
  return rows[0]?.row;
}

/** The same for one program, one folder of data files and what was made of them. */
function digestSource(program: string, folder: URL, version: string): string {
  const hash = createHash('sha256').update(program).update(version);
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort())
    hash.update(file).update(readFileSync(new URL(file, folder)));
  return hash.digest('base64url');
}

/** Whoever may only act in this level leaves it to who prepared it. */
async function noteSource(
  database: Kysely<unknown>,
  level: string,
  source: string | undefined,
): Promise<void> {
  if (source === undefined) return;
  const name = `${level}.naissance`;
  const table = sql.table(name);
  const { rows } = await sql<{ owns: boolean; may: boolean; hasColumn: boolean }>`select
    pg_has_role(relowner, 'usage') as owns, has_table_privilege(oid, 'update') as may,
    exists (select from pg_attribute where attrelid = oid and attname = 'lu_de' and not attisdropped) as "hasColumn"
    from pg_class where oid = ${name}::regclass`.execute(database);
  const { owns, may, hasColumn } = rows[0]!;
  if (!may || !(owns || hasColumn)) return;
  if (!hasColumn) await sql`alter table ${table} add column if not exists lu_de text`.execute(database);
  await sql`update ${table} set lu_de = ${source}`.execute(database);
}

const digestBirth = (birth: Birth): string =>
  createHash('sha256')
    .update(JSON.stringify(['tables', birth]))
    .digest('hex');

async function replaceBirth(database: Kysely<unknown>, level: string, birth: Birth): Promise<void> {
  const shapes = new Map(
    (await listRememberedTables(database, level, [])).map((table) => [table.name, table]),
  );
  const tables = Object.entries(birth).map(([name, rows]) => ({ table: shapes.get(name)!, rows }));
  for (const { table, rows } of tables.toReversed()) await removeOthers(database, level, table, rows);
  for (const { table, rows } of tables) await replaceRows(database, level, table, rows);
}

async function removeOthers(
  database: Kysely<unknown>,
  level: string,
  { name, key }: RememberedTable,
  rows: Rows,
): Promise<void> {
  const target = sql.table(`${level}.${name}`);
  const isSame = sql.join(
    key.map((column) => sql`${sql.ref(`given.${column}`)} = ${sql.ref(`known.${column}`)}`),
    sql` and `,
  );
  await sql`delete from ${target} as known where not exists (
    select from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::text::jsonb) as given where ${isSame}
  )`.execute(database);
}

async function replaceRows(
  database: Kysely<unknown>,
  level: string,
  { name, key, columns }: RememberedTable,
  rows: Rows,
): Promise<void> {
  if (rows[0] === undefined) return;
  const target = sql.table(`${level}.${name}`);
  const given = Object.keys(rows[0]);
  const changes = columns
    .filter((column) => !column.generated && !key.includes(column.name))
    .map((column) => {
      const value = given.includes(column.name) ? sql.ref(`excluded.${column.name}`) : sql`default`;
      return sql`${sql.ref(column.name)} = ${value}`;
    });
  const names = sql.join(given.map((column) => sql.ref(column)));
  const conflict = changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`;
  await sql`insert into ${target} (${names})
    select ${names} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::text::jsonb)
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do ${conflict}`.execute(database);
}

/** What an embedded Postgres takes to read a statement is never given back: a long table goes in parts. */
const MOST_ROWS = 500;

/** Inserts many rows by statements whose text does not grow with them. All rows have the columns of the first. */
export async function insertRows(
  database: Kysely<unknown>,
  level: string,
  table: string,
  rows: Rows,
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  for (let first = 0; first < rows.length; first += MOST_ROWS)
    await insertionOf(level, table, rows.slice(first, first + MOST_ROWS), names).execute(database);
}

/** The same as a part of another statement. Without rows, all the columns of the table. */
export function insertionOf(
  level: string,
  table: string,
  rows: Rows,
  names?: readonly string[],
): RawBuilder<unknown> {
  const target = sql.table(`${level}.${table}`);
  const given = names ?? Object.keys(rows[0] ?? {});
  const columns = given.length === 0 ? undefined : sql.join(given.map((column) => sql.ref(column)));
  return sql`insert into ${target} ${columns ? sql`(${columns})` : sql``}
    select ${columns ?? sql`*`} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::text::jsonb)`;
}

/** Reads a JSON data file beside the code that asks for it. */
export function readJson<Content>(file: URL): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}
