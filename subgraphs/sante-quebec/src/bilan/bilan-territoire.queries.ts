import { anyOf } from '@palier/runtime/database';
import { SINCE } from '@palier/runtime/data/remembered-tables';
import type { EtatVerdict } from '@palier/runtime/etat-verdict';
import { groupColumns } from '@palier/runtime/group-columns';
import type { PageBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import { byBytes, isAfter, sortOf } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import type { Unite } from '@palier/runtime/unites';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { CONSOLIDATION_TOLD, isCounted } from '../consolidation/consolidation.queries.ts';
import type { Reading, Tables } from '../tables.ts';
import type { BilansChoice, DimensionBilan, TriBilans } from './bilan-territoire.type.ts';

const UNITES = {
  reseauLocal: 'rls',
  reseauTerritorial: 'rts',
  region: 'rss',
  ruisss: 'ruisss',
} as const satisfies Record<Unite, string>;

const OUTCOMES = {
  CONFORME: 'conformes',
  NON_CONFORME: 'non_conformes',
  INDETERMINE: 'indetermines',
  SANS_VERDICT: 'sans_verdict',
} as const satisfies Record<EtatVerdict, string>;

const COUNTS = [
  'conformes',
  'non_conformes',
  'indetermines',
  'sans_verdict',
  'absents',
  'attendues',
] as const;

/** What each order compares: where verdicts are withheld, no count of them is known. */
const ORDERS: Readonly<Record<TriBilans, RawBuilder<unknown>>> = {
  TERRITOIRE: byBytes(sql.ref('page.territoire_code')),
  CONFORMES: verdictsTold(sql`page.conformes`),
  NON_CONFORMES: verdictsTold(sql`page.non_conformes`),
  INDETERMINES: verdictsTold(sql`page.indetermines`),
  SANS_VERDICT: verdictsTold(sql`page.sans_verdict`),
  ABSENTS: sql`page.absents`,
  ATTENDUES: sql`page.attendues`,
};

function verdictsTold(count: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(case when page.verdicts_reserves then null else ${count} end)`;
}

/** The rows of the bilans of a page, each with its consolidation, in the order asked: those of a territory together. */
export function listBilans(
  database: Kysely<Tables>,
  choice: BilansChoice,
  { afterKey, limit, order }: PageBounds,
) {
  const key = ORDERS.TERRITOIRE;
  const sorts = order === undefined ? [key] : [sortOf(ORDERS[order.tri as TriBilans], order), key];
  const summed = chosen(database, choice)
    .innerJoin('bilan_territoire as row', (join) =>
      join
        .onRef('row.campagne_code', '=', 'composition.campagne_code')
        .onRef('row.territoire_code', '=', 'composition.territoire_code'),
    )
    .select('composition.territoire_code')
    .select(({ fn }) => COUNTS.map((count) => fn.sum<number>(`row.${count}`).as(count)))
    .select(sql<boolean>`bool_or(row.verdicts_reserves)`.as('verdicts_reserves'))
    .groupBy('composition.territoire_code');
  const page = database
    .selectFrom(summed.as('page'))
    .selectAll('page')
    .$if(afterKey !== undefined, (query) => query.where(sql<boolean>`${key} > ${afterKey}::text`))
    .$if(order !== undefined, (query) => query.where(isAfter(ORDERS[order!.tri as TriBilans], key, order!)))
    .$call((query) => sorts.reduce((sorted, one) => sorted.orderBy(one), query))
    .limit(limit);
  return database
    .selectFrom(page.as('page'))
    .innerJoin('bilan_territoire as bilan', 'bilan.territoire_code', 'page.territoire_code')
    .innerJoin('consolidation', 'consolidation.campagne_code', 'bilan.campagne_code')
    .selectAll('bilan')
    .select(CONSOLIDATION_TOLD)
    .where('bilan.campagne_code', '=', choice.campagne)
    .where(isCounted('bilan'))
    .$call((query) => sorts.reduce((sorted, one) => sorted.orderBy(one), query))
    .orderBy('bilan.exigence_code')
    .orderBy('bilan.volet')
    .execute();
}

export function countBilans(database: Kysely<Tables>, choice: BilansChoice): Promise<number> {
  return countOf(chosen(database, choice));
}

/** What each bilan is counted by. */
const DIMENSIONS: Readonly<Record<DimensionBilan, RawBuilder<string | null>>> = {
  REGION: sql`composition.rss`,
  RESEAU_TERRITORIAL: sql`composition.rts`,
  RESEAU_LOCAL: sql`composition.rls`,
  RUISSS: sql`composition.ruisss`,
};

/** The bilans chosen, counted by what is asked. */
export function countBilanGroups(
  database: Kysely<Tables>,
  choice: BilansChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return chosen(database, choice)
    .innerJoin('consolidation', 'consolidation.campagne_code', 'composition.campagne_code')
    .select(groupColumns(DIMENSIONS, sql.ref('consolidation.provenance'), asked))
    .groupBy(['cle', 'puis'])
    .execute();
}

/** Whether a consolidation of the campagne read that unit; true as well where it read none of the kind, which tells nothing. */
export async function isUniteKnown(
  database: Kysely<Tables>,
  { campagne, unite, code }: { readonly campagne: string; readonly unite: Unite; readonly code: string },
): Promise<boolean> {
  const column = sql.ref(`composition.${UNITES[unite]}`);
  const { known } = await database
    .selectFrom('composition_territoire as composition')
    .select(sql<boolean>`count(${column}) = 0 or bool_or(${column} = ${code}::text)`.as('known'))
    .where('campagne_code', '=', campagne)
    .executeTakeFirstOrThrow();
  return known;
}

/** The territories of a consolidation that have a bilan, in the units and under the établissement given, which counts what is given. */
function chosen(
  database: Kysely<Tables>,
  { campagne, etablissement, territoires, indicateur, verdict, ...unites }: BilansChoice,
) {
  const given = (Object.keys(UNITES) as Unite[]).filter((unite) => unites[unite] !== null);
  return given.reduce(
    (query, unite) => query.where(`composition.${UNITES[unite]}`, '=', unites[unite]),
    database
      .selectFrom('composition_territoire as composition')
      .where('composition.campagne_code', '=', campagne)
      .$if(territoires !== null, (query) =>
        query.where('composition.territoire_code', '=', anyOf(territoires ?? [])),
      )
      .$if(etablissement !== null, (query) =>
        query.where('composition.territoire_code', 'in', ({ selectFrom }) =>
          selectFrom('responsabilite_territoire')
            .select('responsabilite_territoire.territoire_code')
            .where('responsabilite_territoire.etablissement_code', '=', etablissement),
        ),
      )
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('bilan_territoire as own')
            .select('own.territoire_code')
            .whereRef('own.campagne_code', '=', 'composition.campagne_code')
            .whereRef('own.territoire_code', '=', 'composition.territoire_code')
            .where(isCounted('own'))
            .$if(indicateur !== null, (query) => query.where('own.indicateur_code', '=', indicateur))
            .$if(verdict !== null, (query) =>
              // What is withheld is counted with what has no verdict, whatever it had.
              query.where(`own.${OUTCOMES[verdict!]}`, '>', 0).where('own.verdicts_reserves', '=', false),
            ),
        ),
      ),
  );
}

/** When the verdicts of a bilan were last withheld, of those that still are; null when none is. */
export async function findLastWithheld({
  database,
  level,
}: Pick<Reading['history'], 'database' | 'level'>): Promise<string | null> {
  const { rows } = await sql<{ instant: string | null }>`
    select max(${sql.ref(SINCE)}) as instant from ${sql.table(`${level}.bilan_territoire`)}
    where verdicts_reserves`.execute(database);
  return rows[0]?.instant ?? null;
}
