import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { StatutFigure } from './mesure.type.ts';

/** What this level measures; the foreign key of `mesure` keeps every other cell out. */
export interface ExigenceMesureeTable {
  code: string;
  unite: string;
  volets: string[];
  frequence: 'PERIODE' | 'EXERCICE';
  provenance: ProvenanceRow;
}

export interface MesureTable {
  id: string;
  campagne: string;
  periode: string;
  territoire_code: string;
  exigence_code: string;
  volet: string | null;
  valeur: number | null;
  unite: string;
  statut: StatutFigure;
  version: number;
  saisie_le: string;
  provenance: ProvenanceRow;
}

/** Which measures; a null narrows nothing, except `campagne`, whose null is the current one. */
export interface MesuresChoice {
  readonly campagne: string | null;
  readonly exigence: string | null;
  readonly territoire: string | null;
  readonly periode: string | null;
}

/** The measures of one territory: one page of them. */
export interface TerritoireMesuresAsked {
  readonly territoire: string;
  readonly campagne: string | null;
  readonly exigence: string | null;
  readonly afterKey: string | null;
  readonly limit: number;
}

const COLUMNS = [
  'id',
  'campagne',
  'periode',
  'territoire_code',
  'exigence_code',
  'volet',
  'valeur',
  'unite',
  'statut',
  'version',
  'saisie_le',
  'provenance',
] as const;

export function findMesuresByIds(database: Kysely<Tables>, ids: readonly string[]) {
  return database.selectFrom('mesure').select(COLUMNS).where('id', '=', anyOf(ids)).execute();
}

export function listMesures(
  database: Kysely<Tables>,
  choice: MesuresChoice,
  page: { readonly afterKey: string | undefined; readonly limit: number },
) {
  return chosen(database, choice)
    .select(COLUMNS)
    .$if(page.afterKey !== undefined, (query) => query.where('id', '>', page.afterKey ?? ''))
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

export async function countMesures(database: Kysely<Tables>, choice: MesuresChoice): Promise<number> {
  const { count } = await chosen(database, choice)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The pages of many territories in one statement. `rank`, from 1, says which of the pages a row is in. */
export function findMesuresByTerritoires(database: Kysely<Tables>, asked: readonly TerritoireMesuresAsked[]) {
  return database
    .selectFrom(toTable(asked))
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('mesure')
          .select(COLUMNS.map((column) => `mesure.${column}` as const))
          .whereRef('mesure.territoire_code', '=', 'asked.territoire')
          .where(sql<SqlBool>`mesure.campagne = coalesce(asked.campagne, ${currentCampagne(database)})`)
          .where(sql<SqlBool>`(asked.exigence is null or mesure.exigence_code = asked.exigence)`)
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

/** How many measures each territory has in all its pages, in one statement; in the order asked. */
/** A digest of what a campagne's measures say; null when it has none. */
export async function findEmpreinte(
  database: Kysely<Tables>,
  campagne: string | null,
): Promise<string | null> {
  const { empreinte } = await chosen(database, { campagne, exigence: null, territoire: null, periode: null })
    .select(
      sql<
        string | null
      >`md5(string_agg(concat_ws('|', id, version, statut, valeur, unite), ',' order by id))`.as('empreinte'),
    )
    .executeTakeFirstOrThrow();
  return empreinte;
}

export async function countMesuresByTerritoires(
  database: Kysely<Tables>,
  asked: readonly TerritoireMesuresAsked[],
): Promise<number[]> {
  const rows = await database
    .selectFrom(toTable(asked))
    .leftJoin('mesure', (join) =>
      join
        .onRef('mesure.territoire_code', '=', 'asked.territoire')
        .on(sql<SqlBool>`mesure.campagne = coalesce(asked.campagne, ${currentCampagne(database)})`)
        .on(sql<SqlBool>`(asked.exigence is null or mesure.exigence_code = asked.exigence)`),
    )
    .select(({ fn }) => ['asked.rank', fn.count<number>('mesure.id').as('count')])
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}

function chosen(database: Kysely<Tables>, { campagne, exigence, territoire, periode }: MesuresChoice) {
  return database
    .selectFrom('mesure')
    .where('campagne', '=', campagne ?? currentCampagne(database))
    .$if(exigence !== null, (query) => query.where('exigence_code', '=', exigence ?? ''))
    .$if(territoire !== null, (query) => query.where('territoire_code', '=', territoire ?? ''))
    .$if(periode !== null, (query) => query.where('periode', '=', periode ?? ''));
}

/** Identifiers begin with their period: the last of them is of the most recent campagne, and the index finds it at once. */
function currentCampagne(database: Kysely<Tables>) {
  return database.selectFrom('mesure as last').select('last.campagne').orderBy('last.id', 'desc').limit(1);
}

function toTable(asked: readonly TerritoireMesuresAsked[]) {
  return sql<{
    territoire: string;
    campagne: string | null;
    exigence: string | null;
    after: string | null;
    size: number;
    rank: number;
  }>`unnest(
    ${asked.map(({ territoire }) => territoire)}::text[],
    ${asked.map(({ campagne }) => campagne)}::text[],
    ${asked.map(({ exigence }) => exigence)}::text[],
    ${asked.map(({ afterKey }) => afterKey)}::text[],
    ${asked.map(({ limit }) => limit)}::int[]) with ordinality`.as<'asked'>(
    sql`asked(territoire, campagne, exigence, after, size, rank)`,
  );
}
