import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { BUILD } from './build.ts';
import type { Database } from './database.ts';

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
/** Marks kept of past changes; the others are dropped when the level opens. */
const MOST_MARKS = 1_000;

/**
 * Makes Postgres leave a mark in the level's table `version_donnees` whenever a transaction changes one of its tables,
 * and announce it once it is committed. Each transaction leaves one of its own, so writers never wait for each other.
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
      begin
        if current_setting(${setting}, true) is distinct from pg_current_xact_id()::text then
          insert into ${marks} default values;
          perform set_config(${setting}, pg_current_xact_id()::text, true);
          perform pg_notify(${sql.lit(CHANNEL)}, ${sql.lit(level)});
        end if;
        return null;
      end $noter$`.execute(transaction);
    await sql`do $poser$ declare nom text; begin
      for nom in
        select relname from pg_class where relnamespace = ${sql.lit(level)}::regnamespace and relkind in ('r', 'p')
          and relname <> 'version_donnees' and relname not like 'kysely%'
          and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'noter_version')
      loop
        execute format('create trigger noter_version after insert or update or delete or truncate on %I.%I
          for each statement execute function %I.noter_version()', ${sql.lit(level)}, nom, ${sql.lit(level)});
      end loop;
    end $poser$`.execute(transaction);
    await dropOldMarks(transaction, marks);
  });
}

/** Its own mark comes last, so that what is left is unlike anything before. */
async function dropOldMarks(database: Kysely<unknown>, marks: ReturnType<typeof sql.table>): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${marks}`.execute(database);
  if ((rows[0]?.count ?? 0) <= MOST_MARKS) return;
  const added = await sql<{ numero: number }>`insert into ${marks} default values returning numero`.execute(
    database,
  );
  await sql`delete from ${marks} where numero < ${added.rows[0]?.numero}`.execute(database);
}

/**
 * Follows the version of a level's data. `settings` is whatever else changes its answers; the program itself counts too.
 */
export async function followVersion(
  database: Database,
  level: string,
  settings: object,
): Promise<DataVersion> {
  const listeners = new Set<() => void>();
  const circumstances = JSON.stringify([BUILD, level, settings]);
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

  const doubt = (): Promise<unknown> => {
    changed();
    return read();
  };

  let first: Promise<unknown> | undefined;
  await database.listen(CHANNEL, {
    opened() {
      hears = true;
      first = doubt();
    },
    heard(payload) {
      if (payload === level) void doubt();
    },
    closed() {
      hears = false;
      changed();
    },
  });

  // Known from the first request on.
  await first;

  return {
    current: () => known,
    refresh: read,
    doubt: () => void doubt(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The number of marks and the last one: a transaction that commits after one that began later raises the number, any
 * other brings a new last mark.
 */
async function readVersion(database: Kysely<unknown>, level: string, circumstances: string): Promise<string> {
  const marks = sql.table(`${level}.version_donnees`);
  const { rows } = await sql`select count(*) as nombre, (
    select marque from ${marks} order by numero desc limit 1
  ) as derniere from ${marks}`.execute(database);
  return createHash('sha256')
    .update(`${circumstances} ${JSON.stringify(rows)}`)
    .digest('base64url')
    .slice(0, 22);
}
