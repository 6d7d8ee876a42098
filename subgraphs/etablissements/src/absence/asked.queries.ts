import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export function listTerritoiresServis(database: Kysely<Tables>) {
  return database
    .selectFrom('territoire_servi')
    .select(['code', 'rls_code', 'rts_code', 'rss_code', 'ruisss_code', 'etablissement_code'])
    .orderBy('code')
    .execute();
}

export function listExigencesMesurees(database: Kysely<Tables>) {
  return database
    .selectFrom('exigence_mesuree')
    .select(['code', 'indicateur_code', 'frequence', 'volets', 'unite'])
    .orderBy('code')
    .execute();
}

/** Measures that some établissement was asked: of a campagne, of exigences, within periods; what is null narrows nothing. */
export interface SameAsked {
  readonly campagne: string | null;
  readonly exigence: string | null;
  readonly indicateur: string | null;
  /** First and last period, both included. */
  readonly periodes: readonly [string, string];
}

/** Whether anybody published such a measure, in one statement; in the order asked. */
export async function findWhetherGiven(
  database: Kysely<Tables>,
  asked: readonly SameAsked[],
): Promise<boolean[]> {
  const table = sql<{ rank: number }>`unnest(
    ${asked.map(({ campagne }) => campagne)}::text[],
    ${asked.map(({ exigence }) => exigence)}::text[],
    ${asked.map(({ indicateur }) => indicateur)}::text[],
    ${asked.map(({ periodes }) => periodes[0])}::text[],
    ${asked.map(({ periodes }) => periodes[1])}::text[]) with ordinality`.as<'asked'>(
    sql`asked(campagne, exigence, indicateur, de, a, rank)`,
  );
  const rows = await database
    .selectFrom(table)
    .leftJoinLateral(
      (inner) =>
        inner
          .selectFrom('mesure')
          .select('mesure.id')
          .where(
            sql<boolean>`(asked.campagne is null or mesure.campagne = asked.campagne or asked.campagne = any(mesure.aussi))`,
          )
          .where(sql<boolean>`(asked.exigence is null or mesure.exigence_code = asked.exigence)`)
          .where(
            sql<boolean>`(asked.indicateur is null or mesure.exigence_code in ${database
              .selectFrom('exigence_mesuree')
              .select('code')
              .where('indicateur_code', '=', sql<string>`asked.indicateur`)})`,
          )
          // Identifiers begin with their period: those of the last one are before what follows « : ».
          .where(sql<boolean>`mesure.id >= asked.de and mesure.id < asked.a || ';'`)
          .limit(1)
          .as('given'),
      (join) => join.onTrue(),
    )
    .select(sql<boolean>`given.id is not null`.as('isGiven'))
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ isGiven }) => isGiven);
}
