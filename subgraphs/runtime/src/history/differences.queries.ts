import { type RawBuilder, sql } from 'kysely';
import type { History } from '../memory/history.ts';
import { BY, ENDED_BY, SINCE, UNTIL } from '../data/remembered-tables.ts';
import type { DifferenceRow, DifferencesRead } from './difference.ts';
import type { ReadsReserved } from '../request/may-read.ts';
import { PROVENANCE, type Published, type Versioned } from './versions.ts';
import { origineToldBy, stateOf } from './versions.queries.ts';

/** Where a page starts: after this type, code and field. */
export type DifferenceKey = readonly [type: string, code: string, champ: string];

export async function listDifferences(
  history: History,
  followed: readonly Versioned[],
  choice: DifferencesRead,
  page: { readonly after: DifferenceKey | undefined; readonly limit: number },
): Promise<readonly DifferenceRow[]> {
  const from =
    page.after && sql`and (type, code, champ) > (${sql.join(page.after.map((each) => sql`${each}::text`))})`;
  const { rows } = await sql<DifferenceRow>`${differences(history, followed, choice)}
    select type, code, champ, ${told('avant')}, ${told('apres')}, connu_avant, connu_apres, instant, acte, origine
    from differences where ${DIFFERS} ${from ?? sql``}
    order by type, code, champ limit ${page.limit}`.execute(history.database);
  return rows;
}

export async function countDifferences(
  history: History,
  followed: readonly Versioned[],
  choice: DifferencesRead,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`${differences(history, followed, choice)}
    select count(*) as count from differences where ${DIFFERS}`.execute(history.database);
  return rows[0]?.count ?? 0;
}

/** What stands for what is not read. */
const hidden = (told: string): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.lit(HIDDEN)}, ${sql.lit(told)})`;
const HIDDEN = ' retenu';
const told = (column: string): RawBuilder<unknown> =>
  sql`coalesce(${sql.ref(column)} -> ${sql.lit(HIDDEN)}, ${sql.ref(column)}) as ${sql.ref(column)}`;

const DIFFERS = sql`coalesce(avant, 'null') is distinct from coalesce(apres, 'null')`;

/** What was known at one instant alone, or at each otherwise: nothing else is read of what did not change. */
function differences(
  history: History,
  followed: readonly Versioned[],
  choice: DifferencesRead,
): RawBuilder<unknown> {
  const lines = followed.map((each) => linesOf(history, each, choice));
  const { de, a } = choice;
  return sql`with lignes as (${sql.join(lines, sql` union all `)}),
    champs as (
      select type, code, champ, depuis, jusqua, par, fini_par, valeur, origine,
        row_number() over moments = 1 or lag(valeur) over moments is distinct from valeur as change
      from lignes cross join lateral jsonb_each(etat) as champ(champ, valeur)
      window moments as (partition by type, code, champ order by depuis, par nulls first)
    ),
    differences as (
      select type collate "C" as type, code collate "C" as code, champ collate "C" as champ,
        (array_agg(valeur) filter (where ${knownAt(de)}))[1] as avant,
        (array_agg(valeur) filter (where ${knownAt(a)}))[1] as apres,
        bool_or(${knownAt(de)}) as connu_avant,
        bool_or(${knownAt(a)}) as connu_apres,
        case when bool_or(${knownAt(a)}) then max(depuis) filter (where change) else max(jusqua) end as instant,
        case when bool_or(${knownAt(a)})
          then (array_agg(par order by depuis desc, par desc nulls last) filter (where change))[1]
          else (array_agg(fini_par order by jusqua desc, fini_par desc nulls last))[1]
        end as acte,
        (array_agg(origine order by depuis desc, par desc nulls last))[1] as origine
      from champs group by 1, 2, 3
    )`;
}

const knownAt = (instant: string): RawBuilder<boolean> =>
  sql`(depuis <= ${instant}::timestamptz and (jusqua is null or jusqua > ${instant}::timestamptz))`;

/** The rows of one table, and of its past, that came or went between the two instants. */
function linesOf(
  history: History,
  { type, table, shown, constants, territoire, etablissement, toldBy, published, withholdState }: Versioned,
  { de, a, reads, ...choice }: DifferencesRead,
): RawBuilder<unknown> {
  const { level, keys, columns, former } = history;
  const types = columns.get(table);
  const code = sql.join((keys.get(table) ?? []).flatMap((name) => (name in constants ? [] : sql.ref(name))));
  const until = sql.ref(UNTIL);
  const { since, by, join } =
    published === undefined || reads === 'TOUS' ? KNOWN : knownOncePublished(history, published, reads);
  const came = sql`(${since} > ${de}::timestamptz and ${since} <= ${a}::timestamptz)`;
  const went = sql`(${since} <= ${a}::timestamptz and ${until} > ${since} and ${until} > ${de}::timestamptz and ${until} <= ${a}::timestamptz)`;
  const isOfType = Object.entries(constants).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const from = (rows: RawBuilder<unknown>, ...where: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql`from ${rows} ${join} where ${sql.join([...where, ...isOfType], sql` and `)}`;
  const inPresent = (...where: readonly RawBuilder<unknown>[]) =>
    from(sql.table(`${level}.${table}`), came, ...where);
  const inPast = (...where: readonly RawBuilder<unknown>[]) =>
    from(former(table), sql`(${came} or ${went})`, ...where);
  const held = [
    ...(choice.territoire === null || territoire === undefined
      ? []
      : [holds(types, territoire, choice.territoire)]),
    ...(choice.etablissement === null || etablissement === undefined
      ? []
      : [holds(types, etablissement, choice.etablissement)]),
  ];
  // Things are chosen, by what each was at one of the two instants: what it was at the other is told with it, whosever it was.
  const atOne = sql`(${since} <= ${de}::timestamptz or ${until} > ${a}::timestamptz)`;
  const chosen = sql`(${code}) in (select ${code} ${inPresent(...held)} union all select ${code} ${inPast(atOne, ...held)})`;
  const isChosen = held.length === 0 ? [] : [chosen];
  const ownOrigine = types?.has(PROVENANCE) ? sql`${sql.ref(PROVENANCE)} ->> 'origine'` : sql`null::text`;
  const origine = toldBy === undefined ? ownOrigine : origineToldBy(level, toldBy);
  const whole = stateOf(shown.filter(({ field }) => field !== PROVENANCE));
  const etat =
    reads === 'TOUS' ? whole : (withholdState?.({ history, reads, etat: whole, by, hidden }) ?? whole);
  const said = sql`select ${sql.lit(type)} as type, concat_ws(':', ${code}) as code, ${since} as depuis, ${by} as par,
    ${origine} as origine, ${etat} as etat`;
  return sql`${said}, null::timestamptz as jusqua, null::bigint as fini_par ${inPresent(...isChosen)}
    union all ${said}, ${until}, ${sql.ref(ENDED_BY)} ${inPast(...isChosen)}`;
}

const KNOWN = { since: sql.ref(SINCE), by: sql.ref(BY), join: sql`` };

/** What is published with something else, and by its act, is known from then on to whoever does not read it before. */
function knownOncePublished(
  { level, former }: History,
  { table, key, column, since, etablissement }: Published,
  reads: Exclude<ReadsReserved, 'TOUS'>,
): typeof KNOWN {
  const said = sql`select ${sql.ref(key)} as publication, ${sql.ref(SINCE)} as publie_depuis, ${sql.ref(BY)} as publie_par`;
  const where = sql`where ${sql.ref(since)} is not null`;
  const isOwn = reads === null ? sql`false` : sql`${sql.ref(etablissement)} = ${reads.of}`;
  const isBefore = sql`(${isOwn}) is not true and (publie_depuis > ${sql.ref(SINCE)}) is not false`;
  return {
    since: sql`case when ${isBefore} then publie_depuis else ${sql.ref(SINCE)} end`,
    by: sql`case when ${isBefore} then publie_par else ${sql.ref(BY)} end`,
    join: sql`left join (
      select distinct on (publication) * from (
        ${said} from ${sql.table(`${level}.${table}`)} ${where} union all ${said} from ${former(table)} ${where}
      ) as submitted order by publication, publie_depuis
    ) as publications on publication = ${sql.ref(column)}`,
  };
}

/** Whether a column, or one of the values of a list, is what was chosen. */
const holds = (
  types: ReadonlyMap<string, string> | undefined,
  column: string,
  value: string,
): RawBuilder<boolean> =>
  types?.get(column)?.endsWith('[]') === true
    ? sql`${value} = any(${sql.ref(column)})`
    : sql`${sql.ref(column)} = ${value}`;
