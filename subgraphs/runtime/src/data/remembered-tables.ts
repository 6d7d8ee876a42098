import { type Kysely, sql } from 'kysely';
import { anyOf } from './database.ts';

/** What each remembered table has beside what its level says: since when its row is known, and by which act. */
export const SINCE = 'connu_depuis';
export const BY = 'connu_par';
/** What a row of its past has besides: until when it was known, and which act ended it. */
export const UNTIL = 'connu_jusqua';
export const ENDED_BY = 'jusqua_par';

/** Where the past of a table is. */
export const pastOf = (table: string): string => `${table}_histoire`;

/**
 * What orders the past of one thing, under a name of its rows: what was said last first. Acts that are written together have one
 * instant: what the later ones said was known since then, by their number.
 */
export const lastSaidFirst = (row: string): string =>
  [UNTIL, SINCE, BY].map((column) => `${row}.${column} desc`).join(', ');

/** A row of the past of a table. */
export type PastRow<Row> = Row & { readonly [UNTIL]: string };

/** The past of a table, under the name `past`: what was known of its rows, and until when. */
export const selectPast = <Tables, Table extends keyof Tables & string>(
  database: Kysely<Tables>,
  table: Table,
) =>
  (database as unknown as Kysely<{ past: PastRow<Tables[Table]> }>).selectFrom(
    `${pastOf(table)} as past` as 'past',
  );

/** The table that a past is of; itself for any other. */
export const presentOf = (table: string): string => table.replace(/_histoire$/, '');

export const isPast = (table: string): boolean => table.endsWith('_histoire');

/** A column of a table whose past is kept. */
export interface RememberedColumn {
  readonly name: string;
  readonly type: string;
  /** Made by Postgres from the others. */
  readonly generated: boolean;
  /** What Postgres gives it where nothing does, by an expression; null for what may be missing, or has nothing of the kind. */
  readonly given: string | null;
}

/** A table whose rows are facts, and which are known at each instant. */
export interface RememberedTable {
  readonly name: string;
  /** Those of its level; none of the memory's own. */
  readonly columns: readonly RememberedColumn[];
  /** Names of its primary key. */
  readonly key: readonly string[];
  /** The type of each column of its past, by name; null before it has one. */
  readonly past: Readonly<Record<string, string>> | null;
}

/** Tables that say how the others came to be. */
export const APART = ['version_donnees', 'naissance', 'demonstration', 'memoire'];

/** What is remembered of a level: all its tables, but the journal, which is a memory itself, and those told apart. */
export async function listRememberedTables(
  database: Kysely<unknown>,
  level: string,
  forgotten: readonly string[],
): Promise<RememberedTable[]> {
  const { rows } = await sql<{
    name: string;
    columns: RememberedColumn[];
    key: string[] | null;
    past: Record<string, string> | null;
  }>`
    select relname as name, (
      select jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
        'generated', attgenerated <> '', 'given', case when attnotnull or attgenerated <> ''
          then pg_get_expr(adbin, adrelid) end) order by attnum)
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum where attrelid = pg_class.oid and attnum > 0 and not attisdropped
        and not attname = ${anyOf([SINCE, BY])}
    ) as columns, (
      select array_agg(attname::text order by array_position(indkey::int2[], attnum))
      from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey::int2[])
      where indrelid = pg_class.oid and indisprimary
    ) as key, (
      select jsonb_object_agg(attname, format_type(atttypid, atttypmod)) from pg_attribute
      where attrelid = to_regclass(format('%I.%I', ${level}::text, relname || '_histoire')) and attnum > 0
        and not attisdropped
    ) as past
    from pg_class
    where relnamespace = ${level}::regnamespace and relkind = 'r' and relname !~ '^(journal|kysely)'
      and relname !~ '_histoire$' and not relname = ${anyOf([...APART, ...forgotten])}
    order by relname`.execute(database);
  return rows.map(({ key, ...table }) => ({ ...table, key: key ?? [] }));
}
