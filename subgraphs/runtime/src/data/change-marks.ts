import { type Kysely, sql } from 'kysely';
import { repeatedByLevel } from './postgres/repeated-statement.ts';

/** Where changes are announced, by the name of the level. */
export const CHANNEL = 'palier_version';
/** Marks kept of past changes; as many changes later, whoever comes next drops the oldest. */
const MOST_MARKS = 256;

/**
 * Makes Postgres leave a mark in the level's table `version_donnees` whenever a transaction changes one of its tables,
 * and announce it once it is committed. Each transaction leaves one of its own, so writers never wait for each other; the oldest
 * go, all those below a number, so that there are never many.
 */
export async function markChanges(database: Kysely<unknown>, level: string): Promise<void> {
  const marks = sql.table(`${level}.version_donnees`);
  const mark = sql.table(`${level}.noter_version`);
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`palier.version.${level}`}))`.execute(transaction);
    await sql`create table if not exists ${marks} (
      numero bigint generated always as identity primary key,
      marque uuid not null default gen_random_uuid()
    )`.execute(transaction);
    const setting = sql.lit(`palier.version_${level}`);
    await sql`create or replace function ${mark}() returns trigger language plpgsql as $noter$
      declare laissee bigint;
      begin
        if current_setting(${setting}, true) is distinct from pg_current_xact_id()::text then
          insert into ${marks} default values returning numero into laissee;
          if laissee % ${sql.lit(MOST_MARKS)} = 0 then
            delete from ${marks} where numero <= laissee - ${sql.lit(MOST_MARKS)};
          end if;
          perform set_config(${setting}, pg_current_xact_id()::text, true);
          perform pg_notify(${sql.lit(CHANNEL)}, ${sql.lit(level)});
        end if;
        return null;
      end $noter$`.execute(transaction);
    await sql`do $poser$ declare nom text; begin
      for nom in
        select relname from pg_class where relnamespace = ${sql.lit(level)}::regnamespace and relkind in ('r', 'p')
          and relname <> 'version_donnees' and relname not like 'kysely%' and relname !~ '_histoire$'
          and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'noter_version')
      loop
        execute format('create trigger noter_version after insert or update or delete or truncate on %I.%I
          for each statement execute function %I.noter_version()', ${sql.lit(level)}, nom, ${sql.lit(level)});
      end loop;
    end $poser$`.execute(transaction);
  });
}

/**
 * The number of marks, the first and the last one: a transaction that commits after one that began later raises the number, any
 * other brings a new last mark. Those that drop marks leave one of their own and take the first, whose number never comes back:
 * from what is left on, there are more than there ever were before.
 */
export const readMarks = (database: Kysely<unknown>, level: string): Promise<readonly unknown[]> =>
  readingMarks(level).read(database);

const readingMarks = repeatedByLevel((level) => {
  const marks = sql.table(`${level}.version_donnees`);
  return sql`select count(*) as nombre, min(numero) as premiere, (
    select marque from ${marks} order by numero desc limit 1
  ) as derniere from ${marks}`;
});
