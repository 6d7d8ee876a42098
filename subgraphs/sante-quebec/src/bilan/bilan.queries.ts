import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import { CONSOLIDATION_TOLD, isCounted, measuredIn } from '../consolidation/consolidation.queries.ts';
import type { Tables } from '../tables.ts';
import type { UniteAsked } from './bilan.type.ts';

/** The rows of the bilans, each with the consolidation it comes from. */
export function findBilans(
  database: Kysely<Tables>,
  campagnes: readonly string[],
  territoires: readonly string[],
) {
  return database
    .selectFrom('bilan_territoire as bilan')
    .innerJoin('consolidation', 'consolidation.campagne_code', 'bilan.campagne_code')
    .selectAll('bilan')
    .select(CONSOLIDATION_TOLD)
    .where('bilan.campagne_code', '=', anyOf(campagnes))
    .where('bilan.territoire_code', '=', anyOf(territoires))
    .where(isCounted('bilan'))
    .orderBy('bilan.exigence_code')
    .orderBy('bilan.volet')
    .execute();
}

/** The counts of many units, summed over their territories, each once, in one statement. `rank`, from 1, says of which; one without a bilan has no row. */
export function findBilansOfUnites(database: Kysely<Tables>, asked: readonly UniteAsked[]) {
  const table = sql<UniteAsked & { rank: number }>`unnest(
    ${asked.map(({ campagne }) => campagne)}::text[],
    ${asked.map(({ sorte }) => sorte)}::text[],
    ${asked.map(({ code }) => code)}::text[]) with ordinality`.as<'asked'>(
    sql`asked(campagne, sorte, code, rank)`,
  );
  return database
    .with('member', (builder) =>
      builder
        .selectFrom(table)
        .innerJoin('composition_territoire as composition', 'composition.campagne_code', 'asked.campagne')
        .select(['asked.rank', 'composition.campagne_code', 'composition.territoire_code'])
        .where(
          sql<boolean>`case asked.sorte when 'RLS' then composition.rls = asked.code when 'RTS' then composition.rts = asked.code
            when 'RSS' then composition.rss = asked.code else true end`,
        ),
    )
    .with('extent', (builder) =>
      builder
        .selectFrom('member')
        .select('rank')
        .select(({ fn, selectFrom, not, exists }) => [
          fn.countAll<number>().as('territoires'),
          fn
            .countAll<number>()
            .filterWhere(
              not(
                exists(
                  selectFrom('bilan_territoire as bilan')
                    .select('bilan.territoire_code')
                    .whereRef('bilan.campagne_code', '=', 'member.campagne_code')
                    .whereRef('bilan.territoire_code', '=', 'member.territoire_code')
                    .where(sql<boolean>`${measuredIn('bilan')} > 0`),
                ),
              ),
            )
            .as('territoires_sans_mesure'),
        ])
        .groupBy('rank'),
    )
    .selectFrom('member')
    .innerJoin('extent', 'extent.rank', 'member.rank')
    .innerJoin('bilan_territoire as bilan', (join) =>
      join
        .onRef('bilan.campagne_code', '=', 'member.campagne_code')
        .onRef('bilan.territoire_code', '=', 'member.territoire_code'),
    )
    .innerJoin('consolidation', 'consolidation.campagne_code', 'member.campagne_code')
    .select([
      'member.rank',
      'extent.territoires',
      'extent.territoires_sans_mesure',
      'bilan.campagne_code',
      'bilan.indicateur_code',
      'bilan.exigence_code',
      'bilan.volet',
      ...CONSOLIDATION_TOLD,
    ])
    .select(({ fn }) => [
      fn.sum<number>('bilan.conformes').as('conformes'),
      fn.sum<number>('bilan.non_conformes').as('non_conformes'),
      fn.sum<number>('bilan.indetermines').as('indetermines'),
      fn.sum<number>('bilan.sans_verdict').as('sans_verdict'),
      fn.sum<number>('bilan.absents').as('absents'),
      fn.sum<number>('bilan.attendues').as('attendues'),
      sql<boolean>`bool_or(bilan.verdicts_reserves)`.as('verdicts_reserves'),
      sql<string>`''`.as('territoire_code'),
    ])
    .where(isCounted('bilan'))
    .groupBy([
      'member.rank',
      'extent.territoires',
      'extent.territoires_sans_mesure',
      'bilan.campagne_code',
      'bilan.indicateur_code',
      'bilan.exigence_code',
      'bilan.volet',
      // Read in the past, a table has no key that its other columns follow from.
      ...CONSOLIDATION_TOLD,
    ])
    .orderBy('member.rank')
    .orderBy('bilan.exigence_code')
    .orderBy('bilan.volet')
    .execute();
}
