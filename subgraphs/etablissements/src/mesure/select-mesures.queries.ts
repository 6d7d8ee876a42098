import { anyOf } from '@palier/runtime/database';
import {
  type Expression,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { Tables } from '../tables.ts';
import type { DimensionMesure } from './mesure-enums.ts';

/** What narrows a list of measures; what is null or left out narrows nothing. */
export interface MesuresFiltres {
  readonly exigence?: string | null;
  readonly indicateur?: string | null;
  readonly volet?: string | null;
  readonly territoire?: string | null;
  /** These alone. */
  readonly territoires?: readonly string[] | null;
  readonly reseauLocal?: string | null;
  readonly reseauTerritorial?: string | null;
  readonly region?: string | null;
  readonly ruisss?: string | null;
  readonly etablissement?: string | null;
  readonly exercice?: string | null;
  readonly periode?: string | null;
  readonly periodeDe?: string | null;
  readonly periodeA?: string | null;
  readonly statut?: string | null;
  readonly verdict?: string | null;
}

type Filtre = Exclude<keyof MesuresFiltres, 'territoires'>;
type Unite = 'rls_code' | 'rts_code' | 'rss_code' | 'ruisss_code' | 'etablissement_code';

/** How a row of `mesure` passes each filter, whatever gives its value: a parameter, or a column of what was asked. */
function filtersOf(
  database: Kysely<Tables>,
): Readonly<Record<Filtre, (value: Expression<string>) => RawBuilder<SqlBool>>> {
  const isIn = (column: Unite) => (value: Expression<string>) =>
    sql<SqlBool>`mesure.territoire_code in ${database
      .selectFrom('territoire_servi')
      .select('code')
      .where(column, '=', value)}`;
  const is = (column: string) => (value: Expression<string>) =>
    sql<SqlBool>`${sql.ref(`mesure.${column}`)} = ${value}`;
  return {
    exigence: is('exigence_code'),
    indicateur: (value) =>
      sql<SqlBool>`mesure.exigence_code in ${database
        .selectFrom('exigence_mesuree')
        .select('code')
        .where('indicateur_code', '=', value)}`,
    volet: is('volet'),
    territoire: is('territoire_code'),
    reseauLocal: isIn('rls_code'),
    reseauTerritorial: isIn('rts_code'),
    region: isIn('rss_code'),
    ruisss: isIn('ruisss_code'),
    etablissement: isIn('etablissement_code'),
    // Identifiers begin with their period, and periods with their exercice.
    exercice: (value) => sql<SqlBool>`(mesure.id >= ${value} || '-P' and mesure.id < ${value} || '-Q')`,
    periode: is('periode'),
    periodeDe: (value) => sql<SqlBool>`mesure.periode >= ${value}`,
    periodeA: (value) => sql<SqlBool>`mesure.periode <= ${value}`,
    statut: is('statut'),
    // The query is `joined` for it.
    verdict: (value) => sql<SqlBool>`${VERDICT} = ${value}`,
  };
}

/** Whether a measure passes every filter given. */
export function passes(
  database: Kysely<Tables>,
  { territoires, ...filtres }: MesuresFiltres,
): RawBuilder<SqlBool> {
  const listed = territoires == null ? [] : [sql<SqlBool>`mesure.territoire_code = ${anyOf(territoires)}`];
  const filters = filtersOf(database);
  const given = Object.entries(filtres) as [Filtre, string | null | undefined][];
  return all([
    ...listed,
    ...given.flatMap(([name, value]) => (value == null ? [] : filters[name](sql`${value}::text`))),
  ]);
}

/** The same where each value is a column of `asked`, null when it narrows nothing. */
export function passesAsked(database: Kysely<Tables>, names: readonly Filtre[]): RawBuilder<SqlBool> {
  const filters = filtersOf(database);
  return all(
    names.map((name) => {
      const value = sql.ref<string>(`asked.${name}`);
      return sql<SqlBool>`(${value} is null or ${filters[name](value)})`;
    }),
  );
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** The verdict on a measure, by the bounds that the rule of Santé Québec sets; where none holds its value, there is none. */
const VERDICT = sql<string>`coalesce(borne.etat, 'SANS_VERDICT')`;

// The intervals of one exigence, volet and span of exercices do not meet: one at most holds a value.
const HOLDS = sql<SqlBool>`borne.exigence_code = mesure.exigence_code
  and borne.volet = coalesce(mesure.volet, '') and borne.unite = mesure.unite
  and (borne.annee_de is null or left(mesure.campagne, 4) >= borne.annee_de)
  and (borne.annee_a is null or left(mesure.campagne, 4) <= borne.annee_a)
  and (mesure.valeur > borne.de or (borne.de_inclus and mesure.valeur = borne.de))
  and (borne.a is null or mesure.valeur < borne.a or (borne.a_inclus and mesure.valeur = borne.a))`;

/** What measures are counted by. A query that uses one of them is `joined` for it. */
export const DIMENSIONS: Readonly<Record<DimensionMesure, RawBuilder<string | null>>> = {
  VERDICT,
  STATUT: sql`mesure.statut`,
  PERIODE: sql`mesure.periode`,
  EXIGENCE: sql`mesure.exigence_code`,
  VOLET: sql`mesure.volet`,
  INDICATEUR: sql`mesuree.indicateur_code`,
  TERRITOIRE: sql`mesure.territoire_code`,
  RESEAU_LOCAL: sql`servi.rls_code`,
  RESEAU_TERRITORIAL: sql`servi.rts_code`,
  REGION: sql`servi.rss_code`,
  RUISSS: sql`servi.ruisss_code`,
  ETABLISSEMENT: sql`servi.etablissement_code`,
};

const OF_TERRITOIRE: readonly string[] = [
  'RESEAU_LOCAL',
  'RESEAU_TERRITORIAL',
  'REGION',
  'RUISSS',
  'ETABLISSEMENT',
];

/** The same query of measures, with the tables that these dimensions are read from: small, and at most one row a measure. */
export function joined<Query>(query: Query, dimensions: readonly (string | null | undefined)[]): Query {
  const needs = (names: readonly string[]) => dimensions.some((one) => one != null && names.includes(one));
  return (query as unknown as SelectQueryBuilder<Tables, 'mesure', object>)
    .$if(needs(['VERDICT']), (judged) => judged.leftJoin('borne_verdict as borne', (join) => join.on(HOLDS)))
    .$if(needs(OF_TERRITOIRE), (placed) =>
      placed.leftJoin('territoire_servi as servi', 'servi.code', 'mesure.territoire_code'),
    )
    .$if(needs(['INDICATEUR']), (named) =>
      named.leftJoin('exigence_mesuree as mesuree', 'mesuree.code', 'mesure.exigence_code'),
    ) as Query;
}
