import { type Kysely, sql } from 'kysely';
import type { SubgraphDefinition } from './subgraph.ts';

/**
 * Leaves the tables of a level as if nobody had opened them yet, to be copied: whoever opens a copy begins its memory there,
 * signs with its own key and draws its own secrets.
 */
export async function leaveUnbegun(
  database: Kysely<unknown>,
  { level, niveau, secrets }: Pick<SubgraphDefinition, 'level' | 'niveau' | 'secrets'>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select set_config('palier.retrait_demonstration', ${level}, true)`.execute(transaction);
    // A level outside of the three keeps no journal.
    if (niveau !== undefined)
      await sql`delete from ${sql.table(`${level}.journal_cle`)}`.execute(transaction);
    for (const table of secrets)
      await sql`delete from ${sql.table(`${level}.${table}`)}`.execute(transaction);
    await sql`update ${sql.table(`${level}.memoire`)} set depuis = null`.execute(transaction);
  });
}
