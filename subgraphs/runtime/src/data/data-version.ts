import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { BUILD } from '../base/build.ts';
import type { Database } from './database.ts';
import { toLocalDay } from '../base/local-day.ts';

/** What tells one state of a level's data from another: the same text, the same answers. */
export interface DataVersion {
  /** The version of what is read from now on, or an older one for a moment; nothing when it cannot be known. */
  current(): string | undefined;
  /** Reads it again: a change that ended before the call is in what it gives. Nothing when one is just being announced. */
  refresh(): Promise<string | undefined>;
  /** To be called after a write: nothing is known until it was read again, whether it was announced yet or not. */
  doubt(): void;
  /** Called whenever what `current` gives has changed. Returns what ends the listening. */
  onChange(listener: () => void): () => void;
}

const CHANNEL = 'palier_version';
const RETRY_MS = 1_000;
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
 * Follows the version of a level's data. `settings` is whatever else changes its answers; the program itself counts too.
 * What comes before the dot changes with these alone: what is known of a past instant holds as long as it does.
 */
export async function followVersion(
  database: Database,
  level: string,
  settings: object,
): Promise<DataVersion> {
  const listeners = new Set<() => void>();
  const circumstances = digest(JSON.stringify([BUILD, level, settings]));
  let known: string | undefined;
  let hears = false;
  let announced = 0;

  const become = (version: string | undefined): void => {
    if (version === known) return;
    known = version;
    for (const listener of listeners) listener();
  };

  /** What was announced while it was read is read again by whoever heard it. */
  const read = async (): Promise<string | undefined> => {
    const before = announced;
    try {
      const version = await readVersion(database.kysely, level, circumstances);
      if (!hears || before !== announced) return undefined;
      become(version);
      return version;
    } catch {
      if (before === announced) become(undefined);
      setTimeout(() => void (before === announced && hears && read()), RETRY_MS).unref();
      return undefined;
    }
  };

  const changed = (): void => {
    announced += 1;
    become(undefined);
  };

  let reading: Promise<void> | undefined;
  /** However many times it is announced while it is read, it is read once more. */
  const readUntilQuiet = async (): Promise<void> => {
    let before: number;
    do {
      before = announced;
      await read();
    } while (before !== announced && hears);
    reading = undefined;
  };

  const doubt = (): void => {
    changed();
    reading ??= readUntilQuiet();
  };

  let first: Promise<unknown> | undefined;
  await database.listen(CHANNEL, {
    opened() {
      hears = true;
      changed();
      first = read();
    },
    heard(payload) {
      if (payload === level) doubt();
    },
    closed() {
      hears = false;
      changed();
    },
  });

  // Known from the first request on.
  await first;

  // What is due depends on the day it is in Québec: no answer outlives it.
  const dated = (version: string | undefined): string | undefined =>
    version && `${version}.${toLocalDay(new Date().toISOString())}`;
  tellNewDay(() => {
    for (const listener of listeners) listener();
  });

  return {
    current: () => dated(known),
    refresh: async () => dated(await read()),
    doubt,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const HOUR_MS = 3_600_000;

/** A day begins in Québec at the hour, whichever it is in UTC. */
function tellNewDay(tell: () => void, day = toLocalDay(new Date().toISOString())): void {
  setTimeout(
    () => {
      const today = toLocalDay(new Date().toISOString());
      if (today !== day) tell();
      tellNewDay(tell, today);
    },
    HOUR_MS - (Date.now() % HOUR_MS) + 1,
  ).unref();
}

/**
 * The number of marks, the first and the last one: a transaction that commits after one that began later raises the number, any
 * other brings a new last mark. Those that drop marks leave one of their own and take the first, whose number never comes back:
 * from what is left on, there are more than there ever were before.
 */
async function readVersion(database: Kysely<unknown>, level: string, circumstances: string): Promise<string> {
  const marks = sql.table(`${level}.version_donnees`);
  const { rows } = await sql`select count(*) as nombre, min(numero) as premiere, (
    select marque from ${marks} order by numero desc limit 1
  ) as derniere from ${marks}`.execute(database);
  return `${circumstances}.${digest(`${circumstances} ${JSON.stringify(rows)}`)}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
