import { type Kysely, sql } from 'kysely';
import { isThere } from '../data/birth.ts';
import { StartupError } from '../base/errors.ts';
import { forgetPast } from '../memory/keep-memory.ts';
import type { SubgraphSettings } from './subgraph.ts';

/** The made-up rows of one level. Every one of them has DEMONSTRATION as the origin in its `provenance` column. */
export interface Demonstration {
  /** Changes whenever the rows do. */
  readonly version: string;
  /** The tables that hold what people enter, in an order that respects their references. */
  readonly tables: readonly string[];
  /** Inserts the rows; called inside a transaction. */
  readonly load: (database: Kysely<unknown>) => Promise<void>;
}

/**
 * Brings the demonstration rows of a level to what the settings ask: loaded once per version, or removed to the last.
 * They never come beside rows that somebody entered: those stay, and StartupError says how to start.
 */
export async function applyDemonstration(
  database: Kysely<unknown>,
  level: string,
  demonstration: Demonstration,
  { demonstration: wanted }: SubgraphSettings,
): Promise<void> {
  const wantedVersion = wanted === 'CHARGEE' ? demonstration.version : undefined;
  if ((await findVersion(database, `${level}.demonstration`)) === wantedVersion) return;
  const loaded = sql.table(`${level}.demonstration`);
  await sql`create table if not exists ${loaded} (version text not null)`.execute(database);
  await database.transaction().execute(async (transaction) => {
    await sql`lock table ${loaded} in exclusive mode`.execute(transaction);
    const known = await sql<{ version: string }>`select version from ${loaded}`.execute(transaction);
    const version = known.rows[0]?.version;
    if (version === wantedVersion) return;
    await removeRows(transaction, level, demonstration.tables);
    await sql`delete from ${loaded}`.execute(transaction);
    if (version !== undefined) await forgetPast(transaction, level, demonstration.tables);
    if (wanted === 'ABSENTE') return;
    await refuseBesideRealRows(transaction, level, demonstration.tables);
    await demonstration.load(transaction);
    await sql`insert into ${loaded} values (${demonstration.version})`.execute(transaction);
  });
}

async function removeRows(
  database: Kysely<unknown>,
  level: string,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables.toReversed())
    await sql`delete from ${sql.table(`${level}.${table}`)} where provenance ->> 'origine' = 'DEMONSTRATION'`.execute(
      database,
    );
}

async function refuseBesideRealRows(
  database: Kysely<unknown>,
  level: string,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    const found = await sql`select 1 from ${sql.table(`${level}.${table}`)} limit 1`.execute(database);
    if (found.rows.length > 0)
      throw new StartupError(
        `Le palier ${level} contient des données réelles (table ${table}) : la démonstration ne se charge jamais à côté d’elles. Démarrez sans démonstration (PALIER_DEMO=0).`,
      );
  }
}

/** The version noted in a table that holds one, if it is there and holds one. */
async function findVersion(database: Kysely<unknown>, table: string): Promise<string | undefined> {
  if (!(await isThere(database, table))) return undefined;
  const { rows } = await sql<{ version: string }>`select version from ${sql.table(table)}`.execute(database);
  return rows[0]?.version;
}
