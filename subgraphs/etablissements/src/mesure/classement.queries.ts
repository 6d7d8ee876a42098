import { anyOf } from '@palier/runtime/database';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { COLUMNS, isOf } from './mesure.queries.ts';

/** What is ranked, of all campagnes without `campagne`, and among which territories. */
export interface ClassementChoice {
  readonly exigence: string;
  readonly volet: string | null;
  readonly periode: string;
  readonly campagne: string | null;
  readonly region: string | null;
  readonly reseauTerritorial: string | null;
  readonly ruisss: string | null;
  readonly etablissement: string | null;
  /** These alone. */
  readonly territoires: readonly string[] | null;
}

const UNITES = {
  region: 'rss_code',
  reseauTerritorial: 'rts_code',
  ruisss: 'ruisss_code',
  etablissement: 'etablissement_code',
} as const;

/** Each territory chosen, with what it has of the exigence and the period, in one statement; one without a measure has no `id`. */
export function listMesuresOfTerritoires(database: Kysely<Tables>, choice: ClassementChoice) {
  const names = Object.keys(UNITES) as (keyof typeof UNITES)[];
  return names
    .reduce(
      (query, name) =>
        query.$if(choice[name] !== null, (narrowed) => narrowed.where(UNITES[name], '=', choice[name])),
      database.selectFrom('territoire_servi as servi'),
    )
    .$if(choice.territoires !== null, (query) =>
      query.where('servi.code', '=', anyOf(choice.territoires ?? [])),
    )
    .leftJoin('mesure', (join) =>
      join
        .onRef('mesure.territoire_code', '=', 'servi.code')
        .on('mesure.exigence_code', '=', choice.exigence)
        .on('mesure.periode', '=', choice.periode)
        .on(sql<SqlBool>`mesure.volet is not distinct from ${choice.volet}::text`),
    )
    .select(COLUMNS.map((column) => `mesure.${column}` as const))
    .select('servi.code as territoire')
    .select(
      (choice.campagne === null ? sql<true>`true` : isOf(sql`${choice.campagne}::text`)).as('est_demandee'),
    )
    .orderBy('servi.code')
    .execute();
}
