import { type Kysely, sql } from 'kysely';
import { tablesOf } from '../data/tables-of.ts';
import type { SubgraphDefinition } from './subgraph.ts';
import { JOURNAL_ORIGINS } from '../journal/checkpoint.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import { listKeys, listSeen } from '../journal/journal.queries.ts';
import { type NoteVerifier, parsePublicKey } from '../journal/signed-note.ts';
import { type JournalVerdict, type KnownPoint, verifyJournal } from '../journal/verify-journal.ts';

export type { KnownPoint };

export interface LevelVerdict extends JournalVerdict {
  /** Keys of this level that are known from its own database alone: what they signed proves less. */
  readonly keptKeys: readonly string[];
}

/** Whether a database holds the journal of a level. */
export async function holdsJournal(database: Kysely<unknown>, level: string): Promise<boolean> {
  const { rows } = await sql<{
    made: boolean;
  }>`select to_regclass(${`${level}.journal`}) is not null as made`.execute(database);
  return rows[0]?.made === true;
}

/**
 * Verifies the journal of a level as it is at one instant, with the keys given and those it signed with before, and holds it
 * against what others know of it: what is said here, and what the witnesses saw, where this database holds their tables.
 */
export function verifyLevelJournal(
  database: Kysely<unknown>,
  { level, niveau }: SubgraphDefinition,
  given: readonly NoteVerifier[],
  told: readonly KnownPoint[] = [],
): Promise<LevelVerdict> {
  if (niveau === undefined) throw new Error(`${level} keeps no journal`);
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const tables = tablesOf<JournalTables>(transaction, level);
      const kept = (await listKeys(tables)).flatMap((text) => {
        const key = parsePublicKey(text);
        const isKnown = given.some(({ name, digest }) => name === key?.name && digest === key.digest);
        return key?.name === JOURNAL_ORIGINS[niveau] && !isKnown ? [{ key, text }] : [];
      });
      const keys = [...given, ...kept.map(({ key }) => key)];
      const known = [...told, ...(await listWitnessed(transaction, JOURNAL_ORIGINS[niveau]))];
      const verdict = await verifyJournal({ tables, niveau, keys, known });
      return { ...verdict, keptKeys: kept.map(({ text }) => text) };
    });
}

/** What other levels saw of a journal, as far as this user may read it. */
async function listWitnessed(database: Kysely<unknown>, journal: string): Promise<KnownPoint[]> {
  const { rows } = await sql<{ level: string }>`
    select nspname as level from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relname = 'journal_temoin' and has_schema_privilege(nspname, 'USAGE')
      and has_table_privilege(pg_class.oid, 'SELECT')
    order by nspname`.execute(database);
  const witnessed: KnownPoint[] = [];
  for (const { level } of rows) {
    const tables = tablesOf<JournalTables>(database, level);
    for (const point of await listSeen(tables, journal))
      witnessed.push({ ...point, par: `ce qu’en a vu ${level}` });
  }
  return witnessed;
}
