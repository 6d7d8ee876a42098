import { anyOf } from '@palier/runtime/database';
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** A table read page by page, in the order of its key. */
export interface TableListing {
  readonly table: keyof Tables & string;
  readonly columns: readonly string[];
  readonly key: string;
}

/** How a row belongs to what was asked: a column that is the value, or a column of several texts that holds it. */
export interface Belonging {
  readonly column: string;
  readonly holds: 'ONE' | 'MANY';
}

export interface Filter extends Belonging {
  readonly value: string;
}

/** Whose rows: those of a parent and, where the list takes a second argument, those that belong to it too. */
export interface Parentage {
  readonly parent: Belonging;
  readonly narrowing?: Belonging;
}

/** One parent, and the value of the second argument when it was given. */
export interface AskedParent {
  readonly parent: string;
  readonly narrowedTo: string | null;
}

/** One page of one parent's rows; `limit` counts the row too many that says whether another page follows. */
export interface ParentPage extends AskedParent {
  readonly afterKey: string | null;
  readonly limit: number;
}

// One reading serves every table of this level: the column names come from the listing, never from a user.
type AnyTables = Record<string, Record<string, unknown>>;
type AnyRow = Readonly<Record<string, unknown>>;

/** The pages of many parents in one statement. `rank`, from 1, says which of the pages a row is in. */
export async function findPagesByParents(
  database: Kysely<Tables>,
  { table, columns, key }: TableListing,
  parentage: Parentage,
  pages: readonly ParentPage[],
): Promise<(AnyRow & { readonly rank: number })[]> {
  const asked = sql<{ after: string | null; size: number; rank: number }>`unnest(
    ${pages.map(({ parent }) => parent)}::text[],
    ${pages.map(({ narrowedTo }) => narrowedTo)}::text[],
    ${pages.map(({ afterKey }) => afterKey)}::text[],
    ${pages.map(({ limit }) => limit)}::int[]) with ordinality`.as<'asked'>(
    sql`asked(parent, narrowed_to, after, size, rank)`,
  );
  return anyTables(database)
    .selectFrom(asked)
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom(`${table} as item`)
          .select(columns.map((column) => sql.ref(`item.${column}`).as(column)))
          .where(belongs(parentage))
          .where(sql<SqlBool>`(asked.after is null or ${sql.ref(`item.${key}`)} > asked.after)`)
          .orderBy(sql.ref(`item.${key}`))
          .limit(sql<number>`asked.size`)
          .as('page'),
      (join) => join.onTrue(),
    )
    .select(columns.map((column) => sql.ref(`page.${column}`).as(column)))
    .select(sql<number>`asked.rank`.as('rank'))
    .orderBy('asked.rank')
    .orderBy(sql.ref(`page.${key}`))
    .$castTo<AnyRow & { readonly rank: number }>()
    .execute();
}

/** How many rows each parent has, in one statement; in the order asked. */
export async function countByParents(
  database: Kysely<Tables>,
  { table, key }: TableListing,
  parentage: Parentage,
  parents: readonly AskedParent[],
): Promise<number[]> {
  const asked = sql<{ rank: number }>`unnest(
    ${parents.map(({ parent }) => parent)}::text[],
    ${parents.map(({ narrowedTo }) => narrowedTo)}::text[]) with ordinality`.as<'asked'>(
    sql`asked(parent, narrowed_to, rank)`,
  );
  const rows = await anyTables(database)
    .selectFrom(asked)
    .leftJoin(`${table} as item`, (join) => join.on(belongs(parentage)))
    .select(sql<number>`count(${sql.ref(`item.${key}`)})`.as('count'))
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}

/** One page of the rows that pass every filter. */
export async function findPage(
  database: Kysely<Tables>,
  { table, columns, key }: TableListing,
  filters: readonly Filter[],
  page: { readonly afterKey: string | undefined; readonly limit: number },
): Promise<AnyRow[]> {
  return anyTables(database)
    .selectFrom(`${table} as item`)
    .select(columns.map((column) => sql.ref(`item.${column}`).as(column)))
    .where(passesAll(filters))
    .$if(page.afterKey !== undefined, (query) => query.where(`item.${key}`, '>', page.afterKey ?? ''))
    .orderBy(`item.${key}`)
    .limit(page.limit)
    .execute();
}

export async function countRows(
  database: Kysely<Tables>,
  { table }: TableListing,
  filters: readonly Filter[],
): Promise<number> {
  const { count } = await anyTables(database)
    .selectFrom(`${table} as item`)
    .select(sql<number>`count(*)`.as('count'))
    .where(passesAll(filters))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findByKeys(
  database: Kysely<Tables>,
  { table, columns, key }: TableListing,
  keys: readonly string[],
): Promise<AnyRow[]> {
  return anyTables(database)
    .selectFrom(`${table} as item`)
    .select(columns.map((column) => sql.ref(`item.${column}`).as(column)))
    .where(`item.${key}`, '=', anyOf(keys))
    .execute();
}

function anyTables(database: Kysely<Tables>): Kysely<AnyTables> {
  return database as unknown as Kysely<AnyTables>;
}

function holds({ column, holds }: Belonging, value: Expression<unknown>): Expression<SqlBool> {
  const item = sql.ref(`item.${column}`);
  return holds === 'ONE' ? sql<SqlBool>`${item} = ${value}` : sql<SqlBool>`${value} = any(${item})`;
}

function belongs({ parent, narrowing }: Parentage): Expression<SqlBool> {
  const isChild = holds(parent, sql.ref('asked.parent'));
  if (narrowing === undefined) return isChild;
  const isNarrow = holds(narrowing, sql.ref('asked.narrowed_to'));
  return sql<SqlBool>`${isChild} and (asked.narrowed_to is null or ${isNarrow})`;
}

function passesAll(filters: readonly Filter[]): Expression<SqlBool> {
  const conditions = filters.map((filter) => holds(filter, sql`${filter.value}::text`));
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
