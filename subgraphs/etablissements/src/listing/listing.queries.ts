import { anyOf } from '@palier/runtime/database';
import { groupColumns } from '@palier/runtime/group-columns';
import type { GroupsAsked, RankedGroupRow } from '@palier/runtime/groups';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds, ParentBounds } from '@palier/runtime/list';
import { byBytes, byMilliseconds } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { tablesOf } from '@palier/runtime/tables-of';
import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** A table read page by page, in the order of its key or in another. */
export interface TableListing {
  readonly table: keyof Tables & string;
  readonly columns: readonly string[];
  readonly key: string;
  /** What each order but the key's compares. */
  readonly orders?: Readonly<Record<string, Compared>>;
  /** The column of each dimension that the rows are counted by. */
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** A column, and how its values are compared. */
export interface Compared {
  readonly column: string;
  readonly by: 'NUMBER' | 'BYTES' | 'INSTANT';
}

/**
 * How a row belongs to what was asked: a column that is the value, or a column of several texts that holds it; or what is left out
 * for who asks, a column that is none of those that the value is a list of, as Postgres writes one.
 */
export interface Belonging {
  readonly column: string;
  readonly holds: 'ONE' | 'MANY' | 'NONE';
}

/** A filter of a list: how a row belongs to a value, or when it comes, the instant included. */
export interface Filter {
  readonly column: string;
  readonly holds: Belonging['holds'] | 'SINCE' | 'UNTIL';
  readonly value: string;
  /** Where the column is, when it is in another table of the level: the rows are those whose code a row there has. */
  readonly through?: { readonly table: keyof Tables & string; readonly code: string };
}

/** Whose rows: those of a parent and, where the list takes arguments, those that belong to each too. */
export interface Parentage {
  readonly parent: Belonging;
  readonly narrowings: readonly Belonging[];
}

/** One parent, and the value of each argument, in their order, null where it was not given. */
export interface AskedParent {
  readonly parent: string;
  readonly narrowedTo: readonly (string | null)[];
}

// One reading serves every table of this level: the column names come from the listing, never from a user.
type AnyTables = Record<string, Record<string, unknown>>;
type AnyRow = Readonly<Record<string, unknown>>;

/** A row of one of the pages asked: `rank`, from 1, says of which. */
export type RankedRow = AnyRow & { readonly rank: number };

/** The pages of many parents in one statement. */
export async function findPagesByParents(
  database: Kysely<Tables>,
  { table, columns, key }: TableListing,
  parentage: Parentage,
  pages: readonly (AskedParent & ParentBounds)[],
): Promise<RankedRow[]> {
  const asked = sql<{ after: string | null; size: number; rank: number }>`unnest(
    ${sql.join(askedArrays(parentage, pages))},
    ${pages.map(({ afterKey }) => afterKey)}::text[],
    ${pages.map(({ limit }) => limit)}::int[]) with ordinality`.as<'asked'>(
    sql`asked(${sql.join(askedNames(parentage))}, after, size, rank)`,
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
    .$castTo<RankedRow>()
    .execute();
}

/** How many rows each parent has, in one statement; in the order asked. */
export async function countByParents(
  database: Kysely<Tables>,
  { table, key }: TableListing,
  parentage: Parentage,
  parents: readonly AskedParent[],
): Promise<number[]> {
  const rows = await anyTables(database)
    .selectFrom(toTable(parentage, parents))
    .leftJoin(`${table} as item`, (join) => join.on(belongs(parentage)))
    .select(sql<number>`count(${sql.ref(`item.${key}`)})`.as('count'))
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}

/** The groups of many parents, counted alike, in one statement; `rank`, from 1, says of which. */
export async function countGroupsByParents(
  database: Kysely<Tables>,
  listing: TableListing,
  parentage: Parentage,
  parents: readonly (AskedParent & GroupsAsked)[],
  par: RepartitionAsked,
): Promise<RankedGroupRow[]> {
  return anyTables(database)
    .selectFrom(toTable(parentage, parents))
    .innerJoin(`${listing.table} as item`, (join) => join.on(belongs(parentage)))
    .select(sql<number>`asked.rank`.as('rank'))
    .select(groupOf(listing, par))
    .groupBy(['asked.rank', 'cle', 'puis'])
    .execute();
}

function toTable(parentage: Parentage, parents: readonly AskedParent[]) {
  return sql<{ rank: number }>`unnest(
    ${sql.join(askedArrays(parentage, parents))}) with ordinality`.as<'asked'>(
    sql`asked(${sql.join(askedNames(parentage))}, rank)`,
  );
}

const narrowedName = (place: number): RawBuilder<unknown> => sql.ref(`narrowed_${place}`);

const askedNames = ({ narrowings }: Parentage): RawBuilder<unknown>[] => [
  sql.ref('parent'),
  ...narrowings.map((_, place) => narrowedName(place)),
];

const askedArrays = ({ narrowings }: Parentage, asked: readonly AskedParent[]): RawBuilder<unknown>[] => [
  sql`${asked.map(({ parent }) => parent)}::text[]`,
  ...narrowings.map((_, place) => sql`${asked.map(({ narrowedTo }) => narrowedTo[place] ?? null)}::text[]`),
];

/** One page of the rows that pass every filter. */
export async function findPage(
  database: Kysely<Tables>,
  { table, columns, key, orders = {} }: TableListing,
  filters: readonly Filter[],
  bounds: PageBounds,
): Promise<AnyRow[]> {
  const rows = anyTables(database)
    .selectFrom(`${table} as item`)
    .select(columns.map((column) => sql.ref(`item.${column}`).as(column)))
    .where(passesAll(database, filters));
  const compared = Object.fromEntries(Object.entries(orders).map(([name, one]) => [name, toCompared(one)]));
  return inBounds(rows, bounds, sql.ref(`item.${key}`), compared).execute();
}

function toCompared({ column, by }: Compared): RawBuilder<unknown> {
  const value = sql.ref(`item.${column}`);
  switch (by) {
    case 'BYTES':
      return byBytes(value);
    case 'INSTANT':
      return byMilliseconds(value);
    default:
      return sql`${value}`;
  }
}

/** The rows that pass every filter, counted by what is asked. */
export async function countGroups(
  database: Kysely<Tables>,
  listing: TableListing,
  filters: readonly Filter[],
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return anyTables(database)
    .selectFrom(`${listing.table} as item`)
    .select(groupOf(listing, asked))
    .where(passesAll(database, filters))
    .groupBy(['cle', 'puis'])
    .execute();
}

function groupOf({ dimensions = {} }: TableListing, asked: RepartitionAsked) {
  const columns = Object.entries(dimensions).map(([name, column]) => [
    name,
    sql.ref<string | null>(`item.${column}`),
  ]);
  return groupColumns(Object.fromEntries(columns), sql.ref('item.provenance'), asked);
}

export async function countRows(
  database: Kysely<Tables>,
  { table }: TableListing,
  filters: readonly Filter[],
): Promise<number> {
  const { count } = await anyTables(database)
    .selectFrom(`${table} as item`)
    .select(sql<number>`count(*)`.as('count'))
    .where(passesAll(database, filters))
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
  return tablesOf<AnyTables>(database);
}

function holds({ column, holds }: Belonging, value: Expression<unknown>): Expression<SqlBool> {
  const item = sql.ref(`item.${column}`);
  if (holds === 'NONE') return sql<SqlBool>`${item} <> all(${value}::text[])`;
  return holds === 'ONE' ? sql<SqlBool>`${item} = ${value}` : sql<SqlBool>`${value} = any(${item})`;
}

function belongs({ parent, narrowings }: Parentage): Expression<SqlBool> {
  const conditions = narrowings.map((narrowing, place) => {
    const value = sql`asked.${narrowedName(place)}`;
    return sql<SqlBool>`(${value} is null or ${holds(narrowing, value)})`;
  });
  return sql<SqlBool>`${sql.join([holds(parent, sql.ref('asked.parent')), ...conditions], sql` and `)}`;
}

function passesAll(database: Kysely<Tables>, filters: readonly Filter[]): Expression<SqlBool> {
  const conditions = filters.map((filter) => passes(database, filter));
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

function passes(
  database: Kysely<Tables>,
  { column, holds: how, value, through }: Filter,
): Expression<SqlBool> {
  if (how === 'SINCE' || how === 'UNTIL') {
    const instant = toCompared({ column, by: 'INSTANT' });
    const given = sql`${Date.parse(value)}::float8`;
    return how === 'SINCE' ? sql<SqlBool>`${instant} >= ${given}` : sql<SqlBool>`${instant} <= ${given}`;
  }
  if (through === undefined) return holds({ column, holds: how }, sql`${value}::text`);
  const codes = anyTables(database).selectFrom(through.table).select(through.code).where(column, '=', value);
  return sql<SqlBool>`${sql.ref(`item.${through.code}`)} in ${codes}`;
}
