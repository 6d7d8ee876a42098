import { anyOf } from '@palier/runtime/database';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which measures; a null narrows nothing, except `campagne`, whose null is the current one unless an exercice is given. */
export interface MesuresChoice {
  readonly campagne: string | null;
  readonly exercice?: string | null;
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
  'aussi',
  'periode',
  'territoire_code',
  'exigence_code',
  'volet',
  'valeur',
  'numerateur',
  'denominateur',
  'etablissement_code',
  'unite',
  'statut',
  'version',
  'saisie_le',
  'provenance',
] as const;

export function findExigencesMesurees(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('exigence_mesuree')
    .select(['code', 'frequence'])
    .where('code', '=', anyOf(codes))
    .execute();
}

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

/** Every published measure of some units and exigences, of all of them when none is named, as rules judge them. */
export function listMesuresToJudge(
  database: Kysely<Tables>,
  unites: readonly string[],
  exigences: readonly string[],
) {
  return database
    .selectFrom('mesure')
    .select([
      'id',
      'periode',
      'territoire_code as territoire',
      'exigence_code as exigence',
      'volet',
      'unite',
      'valeur',
      'numerateur',
      'denominateur',
      'statut',
    ])
    .$if(unites.length > 0, (query) => query.where('unite', '=', anyOf(unites)))
    .$if(exigences.length > 0, (query) => query.where('exigence_code', '=', anyOf(exigences)))
    .orderBy('id')
    .execute();
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
          .where(isOf(sql`coalesce(asked.campagne, ${currentCampagne(database)})`))
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

/** A digest of what the measures of each territory say in an exercice, whatever the campagnes, and how many they are. */
export function listEmpreintes(database: Kysely<Tables>, exercice: string) {
  return chosen(database, { campagne: null, exercice, exigence: null, territoire: null, periode: null })
    .select([
      'territoire_code as territoire',
      sql<string>`md5(string_agg(concat_ws('|', id, version, statut, valeur, unite), ',' order by id))`.as(
        'empreinte',
      ),
    ])
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .groupBy('territoire_code')
    .orderBy('territoire_code')
    .execute();
}

/** How many measures each territory has in all its pages, in one statement; in the order asked. */
export async function countMesuresByTerritoires(
  database: Kysely<Tables>,
  asked: readonly TerritoireMesuresAsked[],
): Promise<number[]> {
  const rows = await database
    .selectFrom(toTable(asked))
    .leftJoin('mesure', (join) =>
      join
        .onRef('mesure.territoire_code', '=', 'asked.territoire')
        .on(isOf(sql`coalesce(asked.campagne, ${currentCampagne(database)})`))
        .on(sql<SqlBool>`(asked.exigence is null or mesure.exigence_code = asked.exigence)`),
    )
    .select(({ fn }) => ['asked.rank', fn.count<number>('mesure.id').as('count')])
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}

function chosen(
  database: Kysely<Tables>,
  { campagne, exercice = null, exigence, territoire, periode }: MesuresChoice,
) {
  return (
    database
      .selectFrom('mesure')
      .$if(campagne !== null || exercice === null, (query) =>
        query.where(isOf(campagne === null ? sql`${currentCampagne(database)}` : sql`${campagne}::text`)),
      )
      // Identifiers begin with their period, and periods with their exercice.
      .$if(exercice !== null, (query) =>
        query.where('id', '>=', `${exercice}-P`).where('id', '<', `${exercice}-Q`),
      )
      .$if(exigence !== null, (query) => query.where('exigence_code', '=', exigence ?? ''))
      .$if(territoire !== null, (query) => query.where('territoire_code', '=', territoire ?? ''))
      .$if(periode !== null, (query) => query.where('periode', '=', periode ?? ''))
  );
}

/** Whether a measure is of a campagne: one serves all those that it was submitted in. */
const isOf = (campagne: RawBuilder<unknown>) =>
  sql<SqlBool>`(mesure.campagne = ${campagne} or ${campagne} = any(mesure.aussi))`;

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

/** What this level measures, and in which unit. */
export function listUnites(database: Kysely<Tables>) {
  return database.selectFrom('exigence_mesuree').select(['code', 'unite']).execute();
}
