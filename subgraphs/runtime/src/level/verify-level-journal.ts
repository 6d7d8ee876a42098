import { type Kysely, sql } from 'kysely';
import { tablesOf } from '../data/tables-of.ts';
import type { SubgraphDefinition } from './subgraph.ts';
import { JOURNAL_ORIGINS } from '../journal/checkpoint.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import { listKeys, listSeen } from '../journal/journal.queries.ts';
import { type NoteVerifier, parsePublicKey } from '../journal/signed-note.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { type JournalVerdict, type KnownPoint, verifyJournal } from '../journal/verify-journal.ts';

export type { KnownPoint };

export interface LevelVerdict extends JournalVerdict {
  /** Keys, of this level or of its witnesses, that are known from this database alone: what they signed proves less. */
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
      const kept = (await listKept(transaction, { level, niveau })).filter(
        ({ key }) => !given.some(({ name, digest }) => name === key.name && digest === key.digest),
      );
      const keys = [...given, ...kept.map(({ key }) => key)];
      const known = [...told, ...(await listWitnessed(transaction, JOURNAL_ORIGINS[niveau]))];
      const verdict = await verifyJournal({ tables, niveau, keys, known });
      return { ...verdict, keptKeys: kept.map(({ text }) => text) };
    });
}

/** The schemas of the levels that hold a table, as far as this user may read it. */
async function listHolding(database: Kysely<unknown>, table: keyof JournalTables): Promise<string[]> {
  const { rows } = await sql<{ level: string }>`
    select nspname as level from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relname = ${table} and has_schema_privilege(nspname, 'USAGE')
      and has_table_privilege(pg_class.oid, 'SELECT')
    order by nspname`.execute(database);
  return rows.map(({ level }) => level);
}

interface KeptKey {
  readonly key: NoteVerifier;
  readonly text: string;
}

/** The keys that this level, and the others that are here, ever signed with: each notes its own, and is believed of no other. */
async function listKept(
  database: Kysely<unknown>,
  own: { readonly level: string; readonly niveau: CodePalier },
): Promise<KeptKey[]> {
  const kept: KeptKey[] = [];
  for (const level of await listHolding(database, 'journal_cle')) {
    const origin = level === own.level ? JOURNAL_ORIGINS[own.niveau] : `palier/${level.replaceAll('_', '-')}`;
    for (const text of await listKeys(tablesOf<JournalTables>(database, level))) {
      const key = parsePublicKey(text);
      if (key?.name === origin) kept.push({ key, text });
    }
  }
  return kept;
}

/** What other levels saw of a journal. */
async function listWitnessed(database: Kysely<unknown>, journal: string): Promise<KnownPoint[]> {
  const witnessed: KnownPoint[] = [];
  for (const level of await listHolding(database, 'journal_temoin')) {
    const tables = tablesOf<JournalTables>(database, level);
    for (const point of await listSeen(tables, journal))
      witnessed.push({ ...point, par: `ce qu’en a vu ${level}` });
  }
  return witnessed;
}
