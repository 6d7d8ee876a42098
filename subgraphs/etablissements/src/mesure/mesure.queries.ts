import { anyOf } from '@palier/runtime/database';
import { groupColumns } from '@palier/runtime/group-columns';
import type { GroupsAsked, RankedGroupRow } from '@palier/runtime/groups';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds, ParentBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import { BY, lastSaidFirst, pastOf, SINCE, UNTIL } from '@palier/runtime/data/remembered-tables';
import type { WithholdingState } from '@palier/runtime/history/versions';
import { byBytes, byMilliseconds } from '@palier/runtime/order';
import type { Origine } from '@palier/runtime/provenance';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reading, Tables } from '../tables.ts';
import { JUDGED_COLUMNS, SAID_COLUMNS } from '../../tables/mesure.table.ts';
import type { StatutFigure, TriMesures } from './mesure-enums.ts';
import { DIMENSIONS, type MesuresFiltres, joined, passes, passesAsked } from './select-mesures.queries.ts';

/** Which measures; of all campagnes without `campagne`. */
export interface MesuresChoice extends MesuresFiltres {
  readonly campagne: string | null;
}

/** What the measures of one territory may be narrowed by. */
const TERRITOIRE_FILTERS = [
  'exigence',
  'indicateur',
  'volet',
  'exercice',
  'periode',
  'periodeDe',
  'periodeA',
  'statut',
  'verdict',
] as const;

/** The measures of one territory. */
export type TerritoireMesuresChoice = Pick<
  MesuresChoice,
  'campagne' | (typeof TERRITOIRE_FILTERS)[number]
> & {
  readonly territoire: string;
};

/** One page of them. */
export type TerritoireMesuresPage = TerritoireMesuresChoice & ParentBounds;

export const COLUMNS = [
  'id',
  'campagne',
  'aussi',
  ...SAID_COLUMNS,
  'etablissement_code',
  'version',
  'saisie_le',
  'provenance',
] as const;

export function findMesuresByIds(database: Kysely<Tables>, ids: readonly string[]) {
  return database.selectFrom('mesure').select(COLUMNS).where('id', '=', anyOf(ids)).execute();
}

/** What stands for a value and tells none: what was suppressed before stays so. */
export const SANS_VALEUR: readonly StatutFigure[] = ['AUCUN_CAS', 'NON_DISPONIBLE'];

/** A figure that is suppressed: whose it is, by which act, 0 for none, and its status now; null when it is no more. */
export interface SuppressedRow extends Pick<Tables['mesure'], 'id' | 'etablissement_code'> {
  readonly par: number;
  readonly statut: StatutFigure | null;
}

/** Those of these measures that are suppressed, and of which no value was said since. */
export async function findSuppressed(
  { database, level }: Pick<Reading['history'], 'database' | 'level'>,
  ids: readonly string[],
): Promise<SuppressedRow[]> {
  const present = sql.table(`${level}.mesure`);
  const { rows } = await sql<SuppressedRow>`
    select last.id, last.etablissement_code, ${ordinal(sql.ref(`last.${BY}`))} as par, now.statut
    from (${suppressedOf(level, sql`id = ${anyOf(ids)}`)}) as last
    left join ${present} as now on now.id = last.id`.execute(database);
  return rows;
}

/** What a figure is of: that of a measure that is no more as well. */
export type FigureRow = Pick<Tables['mesure'], 'periode' | 'territoire_code' | 'exigence_code' | 'volet'>;

/** All the figures of an exercice that are suppressed, and of which no value was said since. */
export async function listSuppressed(
  { database, level }: Pick<Reading['history'], 'database' | 'level'>,
  exercice: string,
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select periode, territoire_code, exigence_code, volet
    from (${everSuppressed(level, sql`id >= ${exercice} || '-P' and id < ${exercice} || '-Q'`)}) as last
    order by id`.execute(database);
  return rows;
}

/** When the last of the figures that are suppressed was, of those that had said anything else before; null when there are none. */
export async function findLastSuppression({
  database,
  level,
}: Pick<Reading['history'], 'database' | 'level'>): Promise<string | null> {
  const saying = (table: string, until: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select id, statut, ${sql.ref(SINCE)}, ${sql.ref(BY)}, ${until} as ${sql.ref(UNTIL)}
      from ${sql.table(`${level}.${table}`)} where id in (select id from suppressed)`;
  const [since, until] = [sql.ref(SINCE), sql.ref(UNTIL)];
  const { rows } = await sql<{ instant: string | null }>`
    with suppressed as materialized (${everSuppressed(level, sql`true`)})
    select max(${since}) as instant from (
      select statut, ${since}, lead(statut) over former as before, lead(${until}) over former as ended
      from (${saying('mesure', sql`'infinity'::timestamptz`)} union all ${saying(pastOf('mesure'), until)}) as said
      window former as (partition by id order by ${sql.raw(lastSaidFirst('said'))})) as said
    where statut = 'SUPPRIMEE' and before <> 'SUPPRIMEE' and ended = ${since}`.execute(database);
  return rows[0]?.instant ?? null;
}

/** Of the measures chosen that were suppressed once, those that are now, or were when they ceased to be. */
export function everSuppressed(level: string, isChosen: RawBuilder<unknown>): RawBuilder<unknown> {
  const saying = (table: string) =>
    sql`select id from ${sql.table(`${level}.${table}`)} where statut = 'SUPPRIMEE' and ${isChosen}`;
  return suppressedOf(level, sql`id in (${saying('mesure')} union ${saying(pastOf('mesure'))})`);
}

/** What was last said of each of the measures that are suppressed, now or when they ceased to be. */
function suppressedOf(level: string, isAsked: RawBuilder<unknown>): RawBuilder<unknown> {
  const said = (table: string, until: RawBuilder<unknown>) =>
    sql`select id, statut, etablissement_code, periode, territoire_code, exigence_code, volet,
        ${sql.join([SINCE, BY].map((column) => sql.ref(column)))}, ${until} as ${sql.ref(UNTIL)}
      from ${sql.table(`${level}.${table}`)} where ${isAsked} and not (statut = ${anyOf(SANS_VALEUR)})`;
  return sql`select * from (
    select distinct on (id) * from (
      ${said('mesure', sql`'infinity'::timestamptz`)} union all ${said(pastOf('mesure'), sql.ref(UNTIL))}) as said
    order by id, ${sql.raw(lastSaidFirst('said'))}) as last
    where last.statut = 'SUPPRIMEE'`;
}

/** A measure as differences compare it, from whom what is suppressed is withheld: it is of who suppressed it. */
export const withholdMesureState: WithholdingState = (asked) =>
  withoutFigure(
    asked,
    'id',
    (suppressed) => sql`id in (select id from (${suppressed}) as last where ${isOther(asked.reads)})`,
  );

/** A line so, which is of the établissement that entered it. */
export const withholdLigneState: WithholdingState = (asked) =>
  withoutFigure(
    { ...asked, by: saidBy(asked.history.level) },
    'mesure_id',
    (suppressed) => sql`${isOther(asked.reads)} and mesure_id in (select id from (${suppressed}) as last)`,
    { compared: ['reponse'], written: ['justification'] },
  );

/** By which act a line was published, that of the first of the versions that carry it: each entry has a provenance of its own. */
const saidBy = (level: string): RawBuilder<unknown> => sql`(
  select min(submitted) from (select mesure_id as measured, provenance as entered, reddition_id as version
    from ${sql.table(`${level}.ligne_reddition`)}) as same
  join (select id as carrier, soumise_par as submitted from ${sql.table(`${level}.reddition`)}) as carriers on carrier = version
  where measured = mesure_id and entered = provenance)`;

/** Acts follow what is known without one, in the order of their numbers: those of an instant too. */
const ordinal = (acte: RawBuilder<unknown>): RawBuilder<number> => sql<number>`coalesce(${acte}, 0)`;

const isOther = (reads: { readonly of: string } | null): RawBuilder<boolean> =>
  reads === null ? sql`true` : sql`(etablissement_code = ${reads.of}) is not true`;

/** Fields beside a figure: what compares it with another, and what is written of it. */
interface Beside {
  readonly compared: readonly string[];
  readonly written: readonly string[];
}

const nothingOf = (fields: readonly string[]): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.join(fields.flatMap((field) => [sql.lit(field), sql`null`]))})`;

/**
 * What is told of a figure that is suppressed: that it was, and what was said since and is published now; nothing else, be it a
 * number or none. Twin of `hideLigne`, for a line.
 */
const withoutFigure = (
  { history: { level }, etat, by, hidden }: Parameters<WithholdingState>[0],
  mesure: string,
  isHidden: (suppressed: RawBuilder<unknown>) => RawBuilder<unknown>,
  { compared, written }: Beside = { compared: [], written: [] },
): RawBuilder<unknown> =>
  sql`case when statut <> 'SUPPRIMEE' and ${isHidden(everSuppressed(level, sql`true`))}
    then ${etat} || ${nothingOf(compared)} || case when (${ordinal(by)} > ((
        select jsonb_object_agg(concat_ws(' ', now.id, now.statut), ${ordinal(sql.ref(`last.${BY}`))})
        from (${everSuppressed(level, sql`true`)}) as last join ${sql.table(`${level}.mesure`)} as now on now.id = last.id
      ) ->> concat_ws(' ', ${sql.ref(mesure)}, statut))::bigint) is not true
      then ${nothingOf(['valeur', 'numerateur', 'denominateur', ...written])} || jsonb_build_object('statut', ${hidden('SUPPRIMEE')})
      else '{}'::jsonb end
    else ${etat} end`;

export function listMesures(database: Kysely<Tables>, choice: MesuresChoice, bounds: PageBounds) {
  const rows = chosen(database, choice).select(COLUMNS.map((column) => `mesure.${column}` as const));
  return inBounds(rows, bounds, sql.ref('mesure.id'), ORDERS).execute();
}

/** What each order compares. */
const ORDERS: Readonly<Record<TriMesures, RawBuilder<unknown>>> = {
  PERIODE: sql`${sql.ref('mesure.id')}`,
  VALEUR: sql`${sql.ref('mesure.valeur')}`,
  TERRITOIRE: byBytes(sql.ref('mesure.territoire_code')),
  EXIGENCE: byBytes(sql.ref('mesure.exigence_code')),
  SAISIE: byMilliseconds(sql.ref('mesure.saisie_le')),
};

/** The measures chosen, counted by what is asked. */
export function countMesureGroups(
  database: Kysely<Tables>,
  choice: MesuresChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return chosen(database, choice, asked)
    .select(countedBy(asked))
    .groupBy(['cle', 'puis', 'raison'])
    .execute();
}

/** The groups of many territories, counted alike, in one statement; `rank`, from 1, says of which. */
export function countMesureGroupsByTerritoires(
  database: Kysely<Tables>,
  asked: readonly (TerritoireMesuresChoice & GroupsAsked)[],
  par: RepartitionAsked,
): Promise<RankedGroupRow[]> {
  const each = database
    .selectFrom(toTable(asked))
    .innerJoin('mesure', (join) => join.on(isAskedOf(database, asked)));
  return joined(each, [par.par, par.puis, ...verdictsOf(asked)])
    .select(['asked.rank', ...countedBy(par)])
    .groupBy(['asked.rank', 'cle', 'puis', 'raison'])
    .execute();
}

/** Of a measure without a verdict, why: it has no value, and its status says so, or it has one that no threshold bounds. */
function countedBy(asked: RepartitionAsked) {
  const isJudged = asked.par === 'VERDICT' || asked.puis === 'VERDICT';
  const reason = sql<string | null>`case when mesure.valeur is null then mesure.statut
    when ${DIMENSIONS.VERDICT} = 'SANS_VERDICT' then 'INCOMPARABLE' end`;
  return groupColumns(DIMENSIONS, sql.ref('mesure.provenance'), asked, isJudged ? { raison: reason } : {});
}

export function countMesures(database: Kysely<Tables>, choice: MesuresChoice): Promise<number> {
  return countOf(chosen(database, choice));
}

/** Every published measure of some units and exigences, of all of them when none is named, as rules judge them. */
export function listMesuresToJudge(
  database: Kysely<Tables>,
  unites: readonly string[],
  exigences: readonly string[],
) {
  return database
    .selectFrom('mesure')
    .select(['id', ...JUDGED_COLUMNS, sql<Origine>`provenance ->> 'origine'`.as('origine')])
    .$if(unites.length > 0, (query) => query.where('unite', '=', anyOf(unites)))
    .$if(exigences.length > 0, (query) => query.where('exigence_code', '=', anyOf(exigences)))
    .orderBy('id')
    .execute();
}

/** The pages of many territories in one statement. `rank`, from 1, says which of the pages a row is in. */
export function findMesuresByTerritoires(database: Kysely<Tables>, asked: readonly TerritoireMesuresPage[]) {
  return database
    .selectFrom(toTable(asked))
    .innerJoinLateral(
      (inner) =>
        joined(inner.selectFrom('mesure'), verdictsOf(asked))
          .select(COLUMNS.map((column) => `mesure.${column}` as const))
          .where(isAskedOf(database, asked))
          .where(sql<SqlBool>`(asked.after is null or mesure.id > asked.after)`)
          .orderBy('mesure.id')
          .limit(sql<number>`asked.size`)
          .as('page'),
      (join) => join.onTrue(),
    )
    .select('asked.rank')
    .select(COLUMNS.map((column) => `page.${column}` as const))
    .orderBy('asked.rank')
    .orderBy('page.id')
    .execute();
}

/** Whether a measure is of a territory asked, and passes what narrows it. */
function isAskedOf(database: Kysely<Tables>, asked: readonly TerritoireMesuresChoice[]): RawBuilder<SqlBool> {
  const given = TERRITOIRE_FILTERS.filter((name) => asked.some((one) => one[name] != null));
  return sql<SqlBool>`(mesure.territoire_code = asked.territoire
    and (asked.campagne is null or ${isOf(sql`asked.campagne`)}) and ${passesAsked(database, given)})`;
}

/** What a query of measures is `joined` for when one of those asked is narrowed to a verdict. */
const verdictsOf = (asked: readonly { readonly verdict?: string | null }[]): string[] =>
  asked.some(({ verdict }) => verdict != null) ? ['VERDICT'] : [];

/** A digest of what the measures chosen say; null when there are none. */
export async function findEmpreinte(database: Kysely<Tables>, choice: MesuresChoice): Promise<string | null> {
  const { empreinte } = await chosen(database, choice)
    .select(
      sql<
        string | null
      >`md5(string_agg(concat_ws('|', id, version, statut, valeur, unite), ',' order by id))`.as('empreinte'),
    )
    .executeTakeFirstOrThrow();
  return empreinte;
}

/** One made-up measure is enough for what is told of all of them to be a demonstration. */
const originOfAll = sql<Origine>`coalesce(min(mesure.provenance ->> 'origine') filter (where mesure.provenance ->> 'origine' = 'DEMONSTRATION'),
  min(mesure.provenance ->> 'origine'))`;

/** A digest of what the measures of each territory say in an exercice, whatever the campagnes, and how many they are. */
export function listEmpreintes(database: Kysely<Tables>, exercice: string) {
  return chosen(database, { campagne: null, exercice })
    .select([
      'territoire_code as territoire',
      sql<string>`md5(string_agg(concat_ws('|', id, version, statut, valeur, unite), ',' order by id))`.as(
        'empreinte',
      ),
    ])
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .select(originOfAll.as('origine'))
    .groupBy('territoire_code')
    .orderBy('territoire_code')
    .execute();
}

/** How many measures each territory has in all its pages, in one statement; in the order asked. */
export async function countMesuresByTerritoires(
  database: Kysely<Tables>,
  asked: readonly TerritoireMesuresChoice[],
): Promise<number[]> {
  const rows = await database
    .selectFrom(toTable(asked))
    .leftJoinLateral(
      (inner) =>
        joined(inner.selectFrom('mesure'), verdictsOf(asked))
          .select('mesure.id')
          .where(isAskedOf(database, asked))
          .as('item'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => ['asked.rank', fn.count<number>('item.id').as('count')])
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}

function chosen(
  database: Kysely<Tables>,
  { campagne, ...filtres }: MesuresChoice,
  { par, puis }: Partial<RepartitionAsked> = {},
) {
  return joined(database.selectFrom('mesure'), [par, puis, ...verdictsOf([filtres])])
    .$if(campagne !== null, (query) => query.where(isOf(sql`${campagne}::text`)))
    .where(passes(database, filtres));
}

/** Whether a measure is of a campagne: one serves all those that it was submitted in. */
export const isOf = (campagne: RawBuilder<unknown>) =>
  sql<SqlBool>`(mesure.campagne = ${campagne} or ${campagne} = any(mesure.aussi))`;

/**
 * Identifiers begin with their period: the last of them is of the last one, and the index finds it at once; not at a past
 * instant, whose rows no index orders.
 */
export function findLastPeriode(database: Kysely<Tables>, begun: string) {
  return database
    .selectFrom('mesure')
    .select('periode')
    .where('periode', '<=', begun)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether an exercice has a measure of a period that has begun: the first row that is met tells it, at a past instant too. */
export async function holdsMesure(
  database: Kysely<Tables>,
  exercice: string,
  begun: string,
): Promise<boolean> {
  const any = await database
    .selectFrom('mesure')
    .select('id')
    .where('id', '>=', `${exercice}-P`)
    .where('id', '<', `${exercice}-Q`)
    .where('periode', '<=', begun)
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

function toTable(asked: readonly (TerritoireMesuresChoice & Partial<ParentBounds>)[]) {
  const columns = TERRITOIRE_FILTERS.map((name) => sql`${asked.map((one) => one[name] ?? null)}::text[]`);
  const names = sql.join(TERRITOIRE_FILTERS.map((name) => sql.ref(name)));
  return sql<{ territoire: string; after: string | null; size: number; rank: number }>`unnest(
    ${asked.map(({ territoire }) => territoire)}::text[],
    ${asked.map(({ campagne }) => campagne)}::text[],
    ${asked.map(({ afterKey }) => afterKey ?? null)}::text[],
    ${asked.map(({ limit }) => limit ?? null)}::int[],
    ${sql.join(columns)}) with ordinality`.as<'asked'>(
    sql`asked(territoire, campagne, after, size, ${names}, rank)`,
  );
}

/** What this level measures, and in which unit. */
export function listUnites(database: Kysely<Tables>) {
  return database.selectFrom('exigence_mesuree').select(['code', 'unite']).execute();
}
