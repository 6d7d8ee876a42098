import { type Kysely, sql } from 'kysely';
import { log } from '../base/log.ts';
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
 * What was done of a made-up year goes with it, and so does what was seen since of the journals of the other levels, which begin
 * anew as well: all three are opened with the demonstration, or without. It was refused before where people acted
 * (`refuseToLoseActes`): what goes is the story. A journal that holds one real act is left as it is.
 */
export async function forgetDemonstration(
  database: Kysely<unknown>,
  level: string,
  demonstration: 'CHARGEE' | 'ABSENTE' | 'REMPLACEE',
): Promise<void> {
  const opened = sql.table(`${level}.journal_demonstration`);
  await database.transaction().execute(async (transaction) => {
    await sql`create table if not exists ${opened} (depuis timestamptz not null)`.execute(transaction);
    const known = await sql`select 1 from ${opened}`.execute(transaction);
    const isKnown = known.rows.length > 0;
    if (isKnown && demonstration !== 'CHARGEE') await removeActes(transaction, level);
    if (demonstration === 'ABSENTE') await sql`delete from ${opened}`.execute(transaction);
    else if (!isKnown) await sql`insert into ${opened} values (now())`.execute(transaction);
  });
}

/** Kept of what was done: the keys, and what was seen of the journals of others before any of it was made up. */
const KEPT = ['journal_cle', 'journal_temoin'];

async function removeActes(database: Kysely<unknown>, level: string): Promise<void> {
  const named = (table: string) => sql.table(`${level}.${table}`);
  const real = await sql`select 1 from ${named('journal')} where origine = 'SAISIE' limit 1`.execute(
    database,
  );
  const removed = real.rows.length > 0 ? [] : JOURNAL_TABLES.filter((table) => !KEPT.includes(table));
  await sql`select set_config('palier.retrait_demonstration', ${level}, true)`.execute(database);
  for (const table of removed) await sql`delete from ${named(table)}`.execute(database);
  if (removed.length > 0) log('info', `Le récit de démonstration est retiré du journal du palier ${level}.`);
  await sql`delete from ${named('journal_temoin')}
    where vu_le >= (select min(depuis) from ${named('journal_demonstration')})`.execute(database);
  await sql`select set_config('palier.retrait_demonstration', '', true)`.execute(database);
}
