import { type Kysely, sql } from 'kysely';
import { listRememberedTables } from './remembered-tables.ts';

/** The rows of one table that say where they come from. */
export interface CitedTable {
  readonly name: string;
  /** Names of its primary key. */
  readonly key: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Every row of a level that may cite a text, table by table; `apart` names tables that only repeat the others. */
export async function listCitedRows(
  database: Kysely<unknown>,
  level: string,
  apart: readonly string[],
): Promise<CitedTable[]> {
  const tables = (await listRememberedTables(database, level, apart)).filter(({ columns }) =>
    columns.some(({ name, type }) => type === 'jsonb' && name.startsWith('provenance')),
  );
  const cited: CitedTable[] = [];
  for (const { name, key } of tables) {
    const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
      select to_jsonb(cited) as row from ${sql.table(`${level}.${name}`)} as cited`.execute(database);
    cited.push({ name, key, rows: rows.map(({ row }) => row) });
  }
  return cited;
}
