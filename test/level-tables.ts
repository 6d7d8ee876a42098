import { type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { sql } from 'kysely';

/** What a level holds, row by row, but for what says how its tables came to be. @param level its schema */
export async function readTables(
  place: DatabaseLocation,
  level: string,
): Promise<Record<string, string | null>> {
  const { kysely, close } = await openDatabase(place);
  try {
    const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = ${level}::regnamespace and relkind = 'r'
        and relname not in ('memoire', 'naissance', 'version_donnees') and relname !~ '^kysely' order by 1`.execute(
      kysely,
    );
    const read: Record<string, string | null> = {};
    for (const { name } of tables) {
      // Two births of the same data are of two instants.
      const { rows } = await sql<{
        text: string | null;
      }>`select string_agg(ligne::text, e'\n' order by ligne::text) as text
        from (select case when to_jsonb(tenue.*) ->> 'connu_par' is null then to_jsonb(tenue.*) - 'connu_depuis' else to_jsonb(tenue.*) end as ligne
          from ${sql.table(`${level}.${name}`)} as tenue) as lignes`.execute(kysely);
      read[name] = rows[0]?.text ?? null;
    }
    return read;
  } finally {
    await close();
  }
}
