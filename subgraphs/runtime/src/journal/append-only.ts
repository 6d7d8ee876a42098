import { type Kysely, sql } from 'kysely';
import { JOURNAL_TABLES } from './journal.migration.ts';

/**
 * Rows of a journal are added, and that is all: a trigger refuses to change or remove one to everybody, the owner of the tables
 * included. Made-up acts alone can go, with the demonstration they belong to.
 */
export async function forbidChanges(database: Kysely<unknown>, level: string): Promise<void> {
  const refuse = sql.table(`${level}.refuser_changement`);
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`palier.journal.${level}`}, 0))`.execute(
      transaction,
    );
    await sql`create or replace function ${refuse}() returns trigger language plpgsql as $refuser$
      begin
        if tg_op = 'DELETE' and current_setting('palier.retrait_demonstration', true) = ${sql.lit(level)} then
          return old;
        end if;
        raise exception 'les lignes d’un journal ne sont ni changées ni retirées (%)', tg_table_name
          using errcode = 'insufficient_privilege';
      end $refuser$`.execute(transaction);
    for (const table of JOURNAL_TABLES) {
      const target = sql.table(`${level}.${table}`);
      await sql`create or replace trigger refuser_changement before update or delete on ${target}
        for each row execute function ${refuse}()`.execute(transaction);
      await sql`create or replace trigger refuser_vidage before truncate on ${target}
        for each statement execute function ${refuse}()`.execute(transaction);
    }
  });
}

/**
 * What was done of a made-up year goes with it, and what was seen of the made-up journals of the other levels: all three are
 * opened with the demonstration, or without. A journal that holds one real act is left as it is, but for what it saw of the
 * others, which begin anew.
 */
export async function forgetDemonstration(
  database: Kysely<unknown>,
  level: string,
  demonstration: 'CHARGEE' | 'ABSENTE',
): Promise<void> {
  const opened = sql.table(`${level}.journal_demonstration`);
  await database.transaction().execute(async (transaction) => {
    await sql`create table if not exists ${opened} (depuis timestamptz not null)`.execute(transaction);
    const known = await sql`select 1 from ${opened}`.execute(transaction);
    if (demonstration === 'CHARGEE' && known.rows.length === 0)
      await sql`insert into ${opened} values (now())`.execute(transaction);
    if (demonstration === 'CHARGEE' || known.rows.length === 0) return;
    await sql`delete from ${opened}`.execute(transaction);
    await removeActes(transaction, level);
  });
}

/** What a level saw of the journals of the others. */
const SEEN = 'journal_temoin';

async function removeActes(database: Kysely<unknown>, level: string): Promise<void> {
  const journal = sql.table(`${level}.journal`);
  const real = await sql`select 1 from ${journal} where origine = 'SAISIE' limit 1`.execute(database);
  const removed = real.rows.length > 0 ? [SEEN] : JOURNAL_TABLES.filter((table) => table !== 'journal_cle');
  await sql`select set_config('palier.retrait_demonstration', ${level}, true)`.execute(database);
  for (const table of removed) await sql`delete from ${sql.table(`${level}.${table}`)}`.execute(database);
  await sql`select set_config('palier.retrait_demonstration', '', true)`.execute(database);
}
