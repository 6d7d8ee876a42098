import type { Kysely } from 'kysely';

/** A database, whatever tables its type names. */
interface SomeDatabase {
  withSchema(schema: string): object;
}

/**
 * The tables that a database is known to hold where its type cannot say so: levels share one, programs open them by their name,
 * and some queries are given their table.
 * @param level its schema, where the database is not yet narrowed to it
 */
export const tablesOf = <Tables>(database: SomeDatabase, level?: string): Kysely<Tables> =>
  (level === undefined ? database : database.withSchema(level)) as Kysely<Tables>;
