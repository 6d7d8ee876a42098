import type { ParentBounds } from '@palier/runtime/list';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';

type Sexe = PopulationImporteeTable['sexe'];

/** Which rows of one territory. */
export interface PopulationChoice {
  readonly territoire: string;
  readonly annee: number | null;
  readonly sexe: Sexe | null;
}

export type PopulationPage = PopulationChoice & ParentBounds;

const COLUMNS = [
  'id',
  'territoire_code',
  'annee',
  'sexe',
  'nombre',
  'ages',
  'nature',
  'statut',
  'provenance',
] as const;

/** All that is known, each row as one text to compare. */
export function listPopulationTexts(database: Kysely<Tables>) {
  return database
    .selectFrom('population_importee')
    .select('id')
    .select(
      sql<string>`nature || '/' || coalesce(statut, '') || '/' || nombre || '/' || array_to_string(ages, ',')`.as(
        'texte',
      ),
    )
    .execute();
}

/** The pages of many territories in one statement. `rank`, from 1, says which of the pages a row is in. */
export function findPopulationPages(database: Kysely<Tables>, pages: readonly PopulationPage[]) {
  const asked = sql<{ after: string | null; size: number; rank: number }>`unnest(
    ${pages.map(({ territoire }) => territoire)}::text[],
    ${pages.map(({ annee }) => annee)}::int[],
    ${pages.map(({ sexe }) => sexe)}::text[],
    ${pages.map(({ afterKey }) => afterKey)}::text[],
    ${pages.map(({ limit }) => limit)}::int[]) with ordinality`.as<'asked'>(
    sql`asked(territoire, annee, sexe, after, size, rank)`,
  );
  return database
    .selectFrom(asked)
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('population_importee as item')
          .select(COLUMNS.map((column) => `item.${column}` as const))
          .where(sql<boolean>`item.territoire_code = asked.territoire`)
          .where(sql<boolean>`(asked.annee is null or item.annee = asked.annee)`)
          .where(sql<boolean>`(asked.sexe is null or item.sexe = asked.sexe)`)
          .where(sql<boolean>`(asked.after is null or item.id > asked.after)`)
          .orderBy('item.id')
          .limit(sql<number>`asked.size`)
          .as('page'),
      (join) => join.onTrue(),
    )
    .selectAll('page')
    .select(sql<number>`asked.rank`.as('rank'))
    .orderBy('asked.rank')
    .orderBy('page.id')
    .execute();
}

/** How many rows each choice has, in one statement; in the order asked. */
export async function countPopulations(
  database: Kysely<Tables>,
  choices: readonly PopulationChoice[],
): Promise<number[]> {
  const asked = sql<{ rank: number }>`unnest(
    ${choices.map(({ territoire }) => territoire)}::text[],
    ${choices.map(({ annee }) => annee)}::int[],
    ${choices.map(({ sexe }) => sexe)}::text[]) with ordinality`.as<'asked'>(
    sql`asked(territoire, annee, sexe, rank)`,
  );
  const rows = await database
    .selectFrom(asked)
    .leftJoin('population_importee as item', (join) =>
      join.on(sql<boolean>`item.territoire_code = asked.territoire
        and (asked.annee is null or item.annee = asked.annee) and (asked.sexe is null or item.sexe = asked.sexe)`),
    )
    .select(({ fn }) => fn.count<number>('item.id').as('count'))
    .groupBy('asked.rank')
    .orderBy('asked.rank')
    .execute();
  return rows.map(({ count }) => count);
}
