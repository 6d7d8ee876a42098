import { type Kysely, sql } from 'kysely';
import type { SubgraphDefinition } from './subgraph.ts';
import { JOURNAL_ORIGINS } from '../journal/checkpoint.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import { listKeys } from '../journal/journal.queries.ts';
import { type NoteVerifier, parsePublicKey } from '../journal/signed-note.ts';
import { type JournalVerdict, verifyJournal } from '../journal/verify-journal.ts';

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

/** Verifies the journal of a level as it is at one instant, with the keys given and those it signed with before. */
export function verifyLevelJournal(
  database: Kysely<unknown>,
  { level, niveau }: SubgraphDefinition,
  given: readonly NoteVerifier[],
): Promise<LevelVerdict> {
  if (niveau === undefined) throw new Error(`${level} keeps no journal`);
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const tables = transaction.withSchema(level) as unknown as Kysely<JournalTables>;
      const kept = (await listKeys(tables)).flatMap((text) => {
        const key = parsePublicKey(text);
        const isKnown = given.some(({ name, digest }) => name === key?.name && digest === key.digest);
        return key?.name === JOURNAL_ORIGINS[niveau] && !isKnown ? [{ key, text }] : [];
      });
      const keys = [...given, ...kept.map(({ key }) => key)];
      const verdict = await verifyJournal({ tables, niveau, keys });
      return { ...verdict, keptKeys: kept.map(({ text }) => text) };
    });
}
