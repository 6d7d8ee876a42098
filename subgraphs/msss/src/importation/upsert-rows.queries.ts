import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** What an embedded Postgres takes to read a statement is never given back: a long table goes in parts. */
const MOST_ROWS = 500;

/** Writes rows over those that have their key, in parts whose text does not grow with them. All rows have the columns of the first. */
export async function upsertRows<Table extends keyof Tables & string>(
  database: Kysely<Tables>,
  table: Table,
  key: readonly (keyof Tables[Table] & string)[],
  rows: readonly Tables[Table][],
): Promise<void> {
  if (rows[0] === undefined) return;
  const target = sql.table(`msss.${table}`);
  const given = Object.keys(rows[0]);
  const names = sql.join(given.map((column) => sql.ref(column)));
  const changes = given
    .filter((column) => !(key as readonly string[]).includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  const conflict = changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`;
  for (let first = 0; first < rows.length; first += MOST_ROWS)
    await sql`insert into ${target} (${names})
      select ${names} from jsonb_populate_recordset(null::${target},
        ${JSON.stringify(rows.slice(first, first + MOST_ROWS))}::text::jsonb)
      on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do ${conflict}`.execute(database);
}
