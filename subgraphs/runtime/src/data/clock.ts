import { type RawBuilder, sql } from 'kysely';

/** The sequence of a level that holds the latest instant at which something was written, or answered of; in milliseconds. */
export const latestInstantOf = (level: string): string => `${level}.instant`;

/**
 * The hour of a level, in milliseconds: that of the database, the same for all the programs that write there, or the latest instant
 * where that clock was set back. Read once its turn to write is held, what is written next is of a later one.
 */
export const clockOf = (level: string): RawBuilder<number> =>
  sql<number>`greatest(floor(extract(epoch from clock_timestamp()) * 1000)::bigint,
    (select last_value from ${sql.table(latestInstantOf(level))}))::float8`;

/** Notes an instant, which nothing is written at any more. It is of no transaction: undone, it stays. */
export const noteInstant = (level: string, milliseconds: RawBuilder<number> | number): RawBuilder<number> =>
  sql<number>`setval(${latestInstantOf(level)}::regclass, ${milliseconds}::bigint)::float8`;

/**
 * The instant of what is written now: later than any at which something was, or was answered of, whatever the clock says. It is noted, and
 * nobody else writes in the level until the transaction ends.
 */
export const nextInstant = (level: string): RawBuilder<string> =>
  sql<string>`(with turn as materialized (
      select pg_advisory_xact_lock(hashtextextended(${`palier.journal.${level}`}, 0)))
    select to_timestamp(${noteInstant(level, sql<number>`(${clockOf(level)} + 1)`)} / 1000.0) from turn)`;
