import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';

/** Brings the tables of one level, in its own Postgres schema, to their latest shape. */
export async function migrate(
  database: Kysely<unknown>,
  level: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const migrator = new Migrator({
    db: database.withSchema(level),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: level,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Rows of one table, by column. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What a level knows at birth: for each table, in an order that respects their references, the rows of its data files. */
export type Birth = Readonly<Record<string, Rows>>;

/**
 * Loads what a level knows at birth, once per version of the data files: the tables named hold nothing else, so they
 * are emptied and filled again in one transaction. Acts live in other tables and are never touched.
 */
export async function loadBirth(database: Kysely<unknown>, level: string, birth: Birth): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(birth)).digest('hex');
  await sql`create table if not exists ${sql.table(`${level}.naissance`)} (version text not null)`.execute(
    database,
  );
  await database.transaction().execute(async (transaction) => {
    const known = await sql<{
      version: string;
    }>`select version from ${sql.table(`${level}.naissance`)} for update`.execute(transaction);
    if (known.rows[0]?.version === version) return;
    for (const table of Object.keys(birth).reverse())
      await sql`delete from ${sql.table(`${level}.${table}`)}`.execute(transaction);
    for (const [table, rows] of Object.entries(birth)) await insertRows(transaction, level, table, rows);
    await sql`delete from ${sql.table(`${level}.naissance`)}`.execute(transaction);
    await sql`insert into ${sql.table(`${level}.naissance`)} values (${version})`.execute(transaction);
  });
}

/** Inserts many rows in one statement, whose text does not grow with them. All rows have the columns of the first. */
export async function insertRows(
  database: Kysely<unknown>,
  level: string,
  table: string,
  rows: Rows,
): Promise<void> {
  if (rows[0] === undefined) return;
  const target = sql.table(`${level}.${table}`);
  const columns = sql.join(Object.keys(rows[0]).map((column) => sql.ref(column)));
  await sql`insert into ${target} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::text::jsonb)`.execute(
    database,
  );
}

/** Reads a JSON data file beside the code that asks for it. */
export function readJson<Content>(file: URL): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}
