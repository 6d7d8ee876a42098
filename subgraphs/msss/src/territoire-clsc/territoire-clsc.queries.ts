import { anyOf, inOrderOf } from '@palier/runtime/database';
import { groupColumns } from '@palier/runtime/group-columns';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import { byBytes, byLetters } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { BORNE_BASSE, BORNE_HAUTE } from './situation-population.ts';
import type { DimensionTerritoire, PositionRepere, TriTerritoires } from './territoire-clsc.type.ts';

/** Which territories: each code given narrows the list. */
export interface TerritoiresChoice {
  readonly rlsCode?: string | null;
  readonly rtsCode?: string | null;
  readonly rssCode?: string | null;
  readonly ruisssCode?: string | null;
  readonly etablissement?: string | null;
  readonly populationDe?: number | null;
  readonly populationA?: number | null;
  readonly situationPopulation?: PositionRepere | null;
  /** These alone, in this order. */
  readonly codes?: readonly string[] | null;
}

/** The column that says to which unit of each kind a territory belongs. */
export const UNITE_COLUMN = {
  RLS: 'rls_code',
  RTS: 'rts_code',
  RSS: 'rss_code',
  RUISSS: 'ruisss_code',
} as const;

const COLUMNS = [
  'code',
  'nom',
  'nom_2017',
  'rls_code',
  'rts_code',
  'rss_code',
  'ruisss_code',
  'ruisss_code_2017',
  'superficie_km2',
  'latitude',
  'longitude',
  'localite',
  'position_methode',
  'nb_installations',
  'nb_installations_clsc',
  'valide_depuis',
  'valide_jusqua',
  'provenance',
] as const;

export function findTerritoiresByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('territoire_clsc').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findTerritoiresByUnites(
  database: Kysely<Tables>,
  column: (typeof UNITE_COLUMN)[keyof typeof UNITE_COLUMN],
  codes: readonly string[],
) {
  return database
    .selectFrom('territoire_clsc')
    .select(COLUMNS)
    .where(column, '=', anyOf(codes))
    .orderBy('code')
    .execute();
}

export function listTerritoires(database: Kysely<Tables>, choice: TerritoiresChoice, bounds: PageBounds) {
  const isPeopled = bounds.order?.tri === 'POPULATION';
  const all = chosen(database, choice, isPeopled)
    .select(COLUMNS)
    .select((isPeopled ? POPULATION : sql<null>`null::int`).as('population'));
  const page =
    bounds.order === undefined
      ? inOrderOf(all, 'code', choice.codes ?? null, bounds.afterKey).limit(bounds.limit)
      : inBounds(all, bounds, ORDERS.CODE, ORDERS);
  return page.execute();
}

const POPULATION = sql<number | null>`estimation.nombre`;

/** What each order compares. */
const ORDERS: Readonly<Record<TriTerritoires, RawBuilder<unknown>>> = {
  CODE: byBytes(sql.ref('territoire_clsc.code')),
  NOM: byLetters(sql.ref('territoire_clsc.nom')),
  POPULATION,
  SUPERFICIE: sql`${sql.ref('territoire_clsc.superficie_km2')}`,
};

const SITUATION = sql<string>`case when ${POPULATION} < ${BORNE_BASSE}::int then 'SOUS_LE_REPERE'
  when ${POPULATION} > ${BORNE_HAUTE}::int then 'AU_DESSUS_DU_REPERE' else 'DANS_LE_REPERE' end`;

/** What each territory is counted by. */
const DIMENSIONS: Readonly<Record<DimensionTerritoire, RawBuilder<string>>> = {
  REGION: sql`territoire_clsc.rss_code`,
  RESEAU_TERRITORIAL: sql`territoire_clsc.rts_code`,
  RUISSS: sql`territoire_clsc.ruisss_code`,
  RESEAU_LOCAL: sql`territoire_clsc.rls_code`,
  SITUATION_POPULATION: SITUATION,
};

/** What each unit is called. */
function namesOf(database: Kysely<Tables>) {
  const nameOf = (genre: keyof typeof UNITE_COLUMN) =>
    database
      .selectFrom('unite')
      .select('unite.nom')
      .where('unite.genre', '=', genre)
      .where('unite.code', '=', sql.ref<string>(`territoire_clsc.${UNITE_COLUMN[genre]}`))
      .$asScalar();
  return {
    REGION: nameOf('RSS'),
    RESEAU_TERRITORIAL: nameOf('RTS'),
    RUISSS: nameOf('RUISSS'),
    RESEAU_LOCAL: nameOf('RLS'),
  } as const;
}

/** The territories chosen, counted by what is asked. */
export function countTerritoireGroups(
  database: Kysely<Tables>,
  choice: TerritoiresChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  const isPeopled = [asked.par, asked.puis].includes('SITUATION_POPULATION');
  return chosen(database, choice, isPeopled)
    .select(
      groupColumns(DIMENSIONS, sql.ref('territoire_clsc.provenance'), asked, { names: namesOf(database) }),
    )
    .groupBy(['cle', 'puis'])
    .execute();
}

export function countTerritoires(database: Kysely<Tables>, choice: TerritoiresChoice): Promise<number> {
  return countOf(chosen(database, choice));
}

/** The territories that pass every filter, with their population where something needs it. */
function chosen(database: Kysely<Tables>, choice: TerritoiresChoice, isPeopled = false) {
  const { rlsCode, rtsCode, rssCode, ruisssCode, codes, populationDe, populationA, situationPopulation } =
    choice;
  const { etablissement } = choice;
  const isBounded = populationDe != null || populationA != null || situationPopulation != null;
  const query = database.selectFrom('territoire_clsc');
  return (isPeopled || isBounded ? withPopulation(query) : query)
    .$if(codes != null, (narrowed) => narrowed.where('code', '=', anyOf(codes ?? [])))
    .$call((territoires) =>
      whereGiven(territoires, {
        rls_code: rlsCode,
        rts_code: rtsCode,
        rss_code: rssCode,
        ruisss_code: ruisssCode,
      }),
    )
    .$if(etablissement != null, (narrowed) =>
      narrowed.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('etablissement_servant as servant')
            .select('servant.code')
            .where('servant.code', '=', etablissement ?? '')
            .where(sql<SqlBool>`territoire_clsc.code = any(servant.territoire_codes)`),
        ),
      ),
    )
    .$if(populationDe != null, (narrowed) =>
      narrowed.where(sql<SqlBool>`${POPULATION} >= ${populationDe}::int`),
    )
    .$if(populationA != null, (narrowed) =>
      narrowed.where(sql<SqlBool>`${POPULATION} <= ${populationA}::int`),
    )
    .$if(situationPopulation != null, (narrowed) =>
      narrowed.where(sql<SqlBool>`${SITUATION} = ${situationPopulation}::text`),
    );
}

/** The last estimate known of each territory, as its populations are put in order: of a year, that of a file comes after. */
function withPopulation(query: SelectQueryBuilder<Tables, 'territoire_clsc', object>) {
  return query.leftJoinLateral(
    (inner) =>
      inner
        .selectFrom(({ selectFrom }) =>
          selectFrom('population')
            .select(['annee', 'nombre', sql<number>`0`.as('importee')])
            .whereRef('territoire_code', '=', 'territoire_clsc.code')
            .where('nature', '=', 'ESTIMATION')
            .unionAll(
              selectFrom('population_importee')
                .select(['annee', 'nombre', sql<number>`1`.as('importee')])
                .whereRef('territoire_code', '=', 'territoire_clsc.code')
                .where('nature', '=', 'ESTIMATION')
                .where('sexe', '=', 'TOTAL'),
            )
            .as('connue'),
        )
        .select('nombre')
        .orderBy('annee', 'desc')
        .orderBy('importee', 'desc')
        .limit(1)
        .as('estimation'),
    (join) => join.onTrue(),
  ) as unknown as typeof query;
}
