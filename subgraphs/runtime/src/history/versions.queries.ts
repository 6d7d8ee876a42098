import { type RawBuilder, sql } from 'kysely';
import type { History } from '../memory/history.ts';
import { BY, ENDED_BY, SINCE, UNTIL } from '../data/remembered-tables.ts';

/** What is followed through time: rows of one table, told apart by some columns, and what is shown of each. */
export interface Followed {
  readonly table: string;
  readonly key: readonly string[];
  readonly shown: readonly ShownField[];
  /** Where its rows come from, when another table of the level says it; their own `provenance` does otherwise, if they have one. */
  readonly toldBy?: ToldBy | undefined;
}

/** The row of another table whose provenance is that of the rows that have the same in a column. */
export interface ToldBy {
  readonly table: string;
  readonly column: string;
}

/** A field of the graph, and the column it shows; « contenu.valeur » is what a column holds under a name. */
export interface ShownField {
  readonly field: string;
  readonly column: string;
}

/** What was known of a row between two instants, as Postgres writes them; no second one while it is known. */
export interface VersionRow {
  /** From 1: which of the keys asked for. */
  readonly rank: number;
  readonly depuis: string;
  readonly jusqua: string | null;
  readonly par: number | null;
  readonly fini_par: number | null;
  readonly etat: Readonly<Record<string, unknown>>;
}

/** What one figure gives at once, and those of the same instant as the last of them. */
export const MOST_VERSIONS = 100;

/** Which versions: those of a row, or the ones that were known before an instant. */
export interface VersionsAsked {
  readonly key: readonly string[];
  readonly avant: string | null;
}

/** Since when a row is known: what was there before the memory began, since it did, for no instant before can be read. */
const sinceIn = ({ depuis }: History): RawBuilder<string> =>
  sql`greatest(${sql.ref(SINCE)}, ${depuis}::timestamptz)`;

/** What was known no more when the memory began was never known. */
const isOfMemory = ({ depuis }: History): RawBuilder<boolean> =>
  sql`${sql.ref(UNTIL)} > ${depuis}::timestamptz`;

/** The versions of each key, the latest first, as they were known at an instant; now without one. */
export async function findVersions(
  history: History,
  { table, key, shown, toldBy }: Followed,
  all: readonly VersionsAsked[],
  au = 'infinity',
): Promise<readonly VersionRow[]> {
  const { level, database, columns: known, former } = history;
  const types = known.get(table);
  const isAsked = sql.join(
    key.map(
      (column, index) =>
        sql`${sql.ref(column)} = asked.${sql.ref(`k${index}`)}::${sql.raw(types?.get(column) ?? 'text')}`,
    ),
    sql` and `,
  );
  const state = withOrigine(stateOf(shown), level, toldBy);
  const { rows } = await sql<VersionRow>`
    select asked.rank, version.* from ${toAsked(key, all)}
    cross join lateral (
      select depuis, case when jusqua <= ${au}::timestamptz then jusqua end as jusqua, par,
        case when jusqua <= ${au}::timestamptz then fini_par end as fini_par, etat
      from (
        select ${sinceIn(history)} as depuis, null::timestamptz as jusqua, ${sql.ref(BY)} as par, null::bigint as fini_par,
          ${state} as etat
        from ${sql.table(`${level}.${table}`)} where ${isAsked}
        union all
        select ${sinceIn(history)}, ${sql.ref(UNTIL)}, ${sql.ref(BY)}, ${sql.ref(ENDED_BY)}, ${state}
        from ${former(table)} where ${isAsked} and ${isOfMemory(history)}
      ) as known
      where depuis <= ${au}::timestamptz and depuis < asked.avant
      order by depuis desc fetch first ${MOST_VERSIONS} rows with ties
    ) as version
    order by asked.rank, depuis desc, par desc nulls last`.execute(database);
  return rows;
}

/** A table of what is asked, one row each: the columns of its key, and until when. */
function toAsked(key: readonly string[], all: readonly VersionsAsked[]): RawBuilder<unknown> {
  const given = [
    ...key.map((_, index) => sql`${all.map((each) => each.key[index])}::text[]`),
    sql`${all.map(({ avant }) => avant ?? 'infinity')}::timestamptz[]`,
  ];
  const names = [...key.map((_, index) => `k${index}`), 'avant', 'rank'].map((name) => sql.ref(name));
  return sql`unnest(${sql.join(given)}) with ordinality as asked(${sql.join(names)})`;
}

const withOrigine = (state: RawBuilder<unknown>, level: string, toldBy: ToldBy | undefined) =>
  toldBy === undefined
    ? state
    : sql`${state} || jsonb_build_object('origine', ${origineToldBy(level, toldBy)})`;

/** What the rows of a sum are: those of a table that have its key, and have a place among its members, by one of its columns or by any. */
export interface SummedOver {
  readonly key: readonly string[];
  /** The table of the members, what a row has in common with its own, and the columns by which some are of one sum. */
  readonly members: string;
  readonly on: readonly string[];
  readonly by: readonly string[];
}

/** The same as `key`, then the column of the members and what it holds: « rls », « 0611 »; any where that is no column of them. */
export type SumAsked = VersionsAsked;

/**
 * The versions of sums: what each came to from one change of its rows, or of its members, to the next. What changed of them and left
 * the sum as it was is none.
 */
export async function findSumVersions(
  history: History,
  { table, shown, toldBy }: Followed,
  { key, members, on, by }: SummedOver,
  all: readonly SumAsked[],
  au = 'infinity',
): Promise<readonly VersionRow[]> {
  const { level, database, columns: known, former } = history;
  const isBoolean = ({ column }: ShownField) => known.get(table)?.get(column) === 'boolean';
  const each = (of: (field: ShownField, name: RawBuilder<unknown>) => RawBuilder<unknown>) =>
    sql.join(shown.map((field, index) => of(field, sql.ref(`c${index}`))));
  const counts = each((field, name) => {
    const column = sql.ref(field.column);
    return sql`${isBoolean(field) ? sql`${column}::int` : column} as ${name}`;
  });
  const state = sql`jsonb_build_object(${each((field, name) => sql`${sql.lit(field.field)}, ${isBoolean(field) ? sql`${name} > 0` : name}`)})`;
  const common = sql.join(on.map((column) => sql.ref(column)));
  const isAsked = sql.join(
    key.map((column, index) => sql`${sql.ref(column)} = asked.${sql.ref(`k${index}`)}`),
    sql` and `,
  );
  const [among, code] = [sql.ref(`asked.k${key.length}`), sql.ref(`asked.k${key.length + 1}`)];
  const isMember = sql`case ${among} ${sql.join(
    by.map((column) => sql`when ${sql.lit(column)} then ${sql.ref(column)} = ${code}`),
    sql` `,
  )} else true end`;
  // Between which instants each row was known, whether it still is or not.
  const knownRows = (
    of: RawBuilder<unknown>,
    present: string,
    past: RawBuilder<unknown>,
    which: RawBuilder<unknown>,
  ) =>
    sql`select ${of}, ${sinceIn(history)} as since, 'infinity'::timestamptz as until from ${sql.table(`${level}.${present}`)} where ${which}
      union all select ${of}, ${sinceIn(history)}, ${sql.ref(UNTIL)} from ${past} where ${which} and ${isOfMemory(history)}`;
  const { rows } = await sql<VersionRow>`
    select asked.rank, version.* from ${toAsked([...key, 'among', 'code'], all)}
    cross join lateral (
      with part as (
        select greatest(own.since, member.since) as since, least(own.until, member.until) as until, ${each((_, name) => name)}
        from (${knownRows(sql`${common}, ${counts}`, table, former(table), isAsked)}) as own
        join (${knownRows(common, members, former(members), isMember)}) as member using (${common})
        where own.since < member.until and member.since < own.until
      ), step as (
        select instant, sum(n) as n, ${each((_, name) => sql`sum(${name}) as ${name}`)} from (
          select since as instant, 1 as n, ${each((_, name) => name)} from part where since <= ${au}::timestamptz
          union all select until, -1, ${each((_, name) => sql`-${name}`)} from part where until <= ${au}::timestamptz
            and until < 'infinity'
        ) as change group by instant
      ), total as (
        select instant, sum(n) over running > 0 as held, ${each((_, name) => sql`sum(${name}) over running as ${name}`)}
        from step window running as (order by instant)
      ), told as (
        select instant, case when held then ${state} end as state from total
      ), changed as (
        select instant, state, lag(state) over (order by instant) as former from told
      ), lasting as (
        select instant as depuis, lead(instant) over (order by instant) as jusqua, state from changed
        where state is distinct from former
      )
      select depuis, jusqua, null::bigint as par, null::bigint as fini_par, ${withOrigine(sql`state`, level, toldBy)} as etat
      from lasting, lateral (select ${sql.join(key.map((column, index) => sql`asked.${sql.ref(`k${index}`)} as ${sql.ref(column)}`))}) as named
      where state is not null and depuis < asked.avant
      order by depuis desc limit ${MOST_VERSIONS}
    ) as version
    order by asked.rank, depuis desc`.execute(database);
  return rows;
}

/** The origin of a row that another table tells; null once that no longer holds it. */
export const origineToldBy = (level: string, { table, column }: ToldBy): RawBuilder<string | null> =>
  sql`(select told.origine from (
    select ${sql.ref(column)} as those, provenance ->> 'origine' as origine from ${sql.table(`${level}.${table}`)}
  ) as told where told.those = ${sql.ref(column)})`;

/** What is shown of a row, as one value. */
export const stateOf = (shown: readonly ShownField[]): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.join(shown.flatMap(({ field, column }) => [sql.lit(field), valueOf(column)]))})`;

function valueOf(column: string): RawBuilder<unknown> {
  const [holder = '', name] = column.split('.');
  return name === undefined ? sql.ref(column) : sql`${sql.ref(holder)} -> ${sql.lit(name)}`;
}
