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

/** What one figure gives at most. */
export const MOST_VERSIONS = 100;

/** The versions of each key, the latest first, as they were known at an instant; now without one. */
export async function findVersions(
  { level, database, columns: known, former }: History,
  { table, key, shown, toldBy }: Followed,
  keys: readonly (readonly string[])[],
  au = 'infinity',
): Promise<readonly VersionRow[]> {
  const types = known.get(table);
  const isAsked = sql.join(
    key.map(
      (column, index) =>
        sql`${sql.ref(column)} = asked.${sql.ref(`k${index}`)}::${sql.raw(types?.get(column) ?? 'text')}`,
    ),
    sql` and `,
  );
  const asked = sql.join(key.map((_, index) => sql`${keys.map((each) => each[index])}::text[]`));
  const names = sql.join([...key.map((_, index) => sql.ref(`k${index}`)), sql.ref('rank')]);
  const state =
    toldBy === undefined
      ? stateOf(shown)
      : sql`${stateOf(shown)} || jsonb_build_object('origine', ${origineToldBy(level, toldBy)})`;
  const { rows } = await sql<VersionRow>`
    select asked.rank, version.* from unnest(${asked}) with ordinality as asked(${names})
    cross join lateral (
      select depuis, case when jusqua <= ${au}::timestamptz then jusqua end as jusqua, par,
        case when jusqua <= ${au}::timestamptz then fini_par end as fini_par, etat
      from (
        select ${sql.ref(SINCE)} as depuis, null::timestamptz as jusqua, ${sql.ref(BY)} as par, null::bigint as fini_par,
          ${state} as etat
        from ${sql.table(`${level}.${table}`)} where ${isAsked}
        union all
        select ${sql.ref(SINCE)}, ${sql.ref(UNTIL)}, ${sql.ref(BY)}, ${sql.ref(ENDED_BY)}, ${state}
        from ${former(table)} where ${isAsked}
      ) as known
      where depuis <= ${au}::timestamptz
      order by depuis desc, par desc nulls last limit ${MOST_VERSIONS}
    ) as version
    order by asked.rank, depuis desc, par desc nulls last`.execute(database);
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
