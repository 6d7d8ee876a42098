import { type Kysely, sql } from 'kysely';
import { latestInstantOf } from '../data/clock.ts';
import type { Database } from '../data/database.ts';
import { atOneInstant, findSettings, replayFrom, type ReplayVerdict } from '../level/replay-journal.ts';
import type { SubgraphDefinition, SubgraphSettings } from '../level/subgraph.ts';
import { holdsJournal } from '../level/verify-level-journal.ts';

/** Opens a level that was just born, which whoever replays in it leaves as it was. */
type OpenReplica = (settings: SubgraphSettings) => Promise<Database>;

/**
 * Whatever a test did of a level, its acts played again from a birth give the same tables. Raises an error otherwise.
 *
 * @returns nothing where nobody acted
 */
export async function checkActs(
  { kysely }: Database,
  definition: SubgraphDefinition,
  openReplica: OpenReplica,
): Promise<ReplayVerdict | undefined> {
  if (!(await holdsActs(kysely, definition.level))) return undefined;
  const settings = await findSettings(kysely, definition.level);
  const replica = await openReplica(settings);
  const verdict = await atOneInstant(kysely, (source) => replayAside(replica.kysely, source, definition));
  const { fautes } = verdict;
  if (fautes.length > 0)
    throw new Error(`The acts of ${definition.name}, played again, give other tables:\n${fautes.join('\n')}`);
  return verdict;
}

async function holdsActs(database: Kysely<unknown>, level: string): Promise<boolean> {
  if (!(await holdsJournal(database, level))) return false;
  const { rows } = await sql`select from ${sql.table(`${level}.journal`)} limit 1`.execute(database);
  return rows.length > 0;
}

/** Plays acts again, and undoes what they did: a sequence is of no transaction. */
async function replayAside(
  replica: Kysely<unknown>,
  source: Kysely<unknown>,
  definition: SubgraphDefinition,
): Promise<ReplayVerdict> {
  const latest = latestInstantOf(definition.level);
  const { rows } = await sql<{ last: string }>`
    select last_value::text as last from ${sql.table(latest)}`.execute(replica);
  let verdict: ReplayVerdict | undefined;
  const undo = new Error('undo');
  await replica
    .transaction()
    .execute(async (transaction) => {
      verdict = await replayFrom(source, definition, transaction);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  await sql`select setval(${latest}::regclass, ${rows[0]?.last}::bigint)`.execute(replica);
  return verdict!;
}
