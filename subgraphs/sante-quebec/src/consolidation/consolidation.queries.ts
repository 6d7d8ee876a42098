import { randomBytes } from 'node:crypto';
import { givenRows } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import { CURRENT_FIRST } from '../campagne/campagne.queries.ts';
import type { Tables } from '../tables.ts';
import type { Suppressed } from './ask-levels.ts';
import type { ReleveTable } from '../../tables/consolidation.table.ts';

/** The campagnes that are open, or were not consolidated since they are closed, the current one first. */
export function listCampagnesDue(database: Kysely<Tables>) {
  return database
    .selectFrom('campagne')
    .leftJoin('consolidation', 'consolidation.campagne_code', 'campagne.code')
    .select('campagne.code')
    .where(sql<boolean>`campagne.fermee_le is null or consolidation.fermee is not true`)
    .orderBy(CURRENT_FIRST)
    .execute();
}

/** The campagnes that have bilans, and which. */
export const listConsolidated = (database: Kysely<Tables>) =>
  database
    .selectFrom('campagne')
    .innerJoin('consolidation', 'consolidation.campagne_code', 'campagne.code')
    .select(['campagne.code', 'campagne.exercice', 'consolidation.version'])
    .orderBy('campagne.code')
    .execute();

/** What each bilan tells of the consolidation it comes from. */
export const CONSOLIDATION_TOLD = [
  'consolidation.source',
  'consolidation.version',
  'consolidation.consolide_le',
  'consolidation.provenance',
] as const;

export const findConsolidation = (database: Kysely<Tables>, campagne: string) =>
  database
    .selectFrom('consolidation')
    .select(['version', 'fermee'])
    // Withheld since it was counted, a cell is to be counted again.
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('bilan_territoire')
          .select('bilan_territoire.territoire_code')
          .where('bilan_territoire.campagne_code', '=', campagne)
          .where('bilan_territoire.verdicts_reserves', '=', true),
      ).as('withheld'),
    )
    .where('campagne_code', '=', campagne)
    .executeTakeFirst();

/** What the versions of bilans are made with: drawn at first need, and the same from then on. */
export async function openSecret(database: Kysely<Tables>): Promise<string> {
  const secret = database.selectFrom('secret_consolidation').select('cle');
  const known = await secret.executeTakeFirst();
  if (known !== undefined) return known.cle;
  // Of two programs that draw at once, one is believed by both.
  await database
    .insertInto('secret_consolidation')
    .values({ cle: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await secret.executeTakeFirstOrThrow()).cle;
}

/** What was consolidated is what a closed campagne has: nothing was counted anew. */
export async function noteClosed(database: Kysely<Tables>, campagne: string, version: string): Promise<void> {
  await database
    .updateTable('consolidation')
    .set({ fermee: true })
    .where('campagne_code', '=', campagne)
    .where('version', '=', version)
    .where('fermee', '=', false)
    .execute();
}

/** How many measures a cell counts. */
export const measuredIn = (row: string) =>
  sql<number>`${sql.ref(`${row}.conformes`)} + ${sql.ref(`${row}.non_conformes`)} + ${sql.ref(`${row}.indetermines`)} + ${sql.ref(`${row}.sans_verdict`)}`;

/** Whether a cell counts anything: one that does not any more is kept for what it counted. */
export const isCounted = (row: string) =>
  sql<boolean>`${measuredIn(row)} + ${sql.ref(`${row}.absents`)} + ${sql.ref(`${row}.attendues`)} > 0`;

/**
 * Tells no more the verdicts of the cells of a campagne that counted a figure which is suppressed since: all at once, and of each by what
 * was last written of it. Nothing is written where there is none, nor once it is consolidated from something else: it was then told
 * what is suppressed. @returns how many
 */
export async function withholdVerdicts(
  database: Kysely<Tables>,
  { campagne, version }: { readonly campagne: string; readonly version: string },
  suppressed: readonly Suppressed[],
): Promise<number> {
  if (suppressed.length === 0) return 0;
  const given = sql<{ periodes: string[] }>`(
    select territoire, exigence, coalesce(volet, '') as volet, array_agg(periode) as periodes
    from jsonb_to_recordset(${JSON.stringify(suppressed)}::text::jsonb) as one(territoire text, exigence text, volet text, periode text)
    group by 1, 2, 3)`.as<'given'>(sql`given`);
  const tells = sql<boolean>`bilan.campagne_code = ${campagne} and bilan.territoire_code = given.territoire
    and bilan.exigence_code = given.exigence and bilan.volet = given.volet
    and exists (select from unnest(given.periodes) as one(periode)
      where periode = any(bilan.comptees) and not periode = any(bilan.supprimees))`;
  const known = database
    .selectFrom('bilan_territoire as bilan')
    .innerJoin(given, (join) => join.on(tells))
    .select('bilan.territoire_code')
    .limit(1);
  if ((await known.execute()).length === 0) return 0;
  const { numUpdatedRows } = await database
    // It waits for a consolidation that is being written.
    .with('made', (builder) =>
      builder
        .selectFrom('consolidation')
        .select('campagne_code')
        .where('campagne_code', '=', campagne)
        .where('version', '=', version)
        .forUpdate(),
    )
    .updateTable('bilan_territoire as bilan')
    .from(['made', given])
    .set({
      conformes: 0,
      non_conformes: 0,
      indetermines: 0,
      sans_verdict: measuredIn('bilan'),
      supprimees: sql`array(select distinct unnest(bilan.supprimees || given.periodes) order by 1)`,
      verdicts_reserves: true,
    })
    .where(tells)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What each territory of a campagne was counted from. */
export const findReleves = (database: Kysely<Tables>, campagne: string) =>
  findingReleves(database, campagne).execute();

export const findingReleves = (database: Kysely<Tables>, campagne: string) =>
  database
    .selectFrom('releve_territoire')
    .select(['territoire_code', 'empreinte'])
    .where('campagne_code', '=', campagne);

/** Puts what was counted of some territories in the place of what was, all at once. */
export async function saveReleves(database: Kysely<Tables>, rows: readonly ReleveTable[]): Promise<void> {
  await database
    .insertInto('releve_territoire')
    .columns(['campagne_code', 'territoire_code', 'empreinte', 'mesures', 'fictif', 'comptes'])
    .expression((builder) =>
      builder
        .selectFrom(
          givenRows(
            'campagne_code text, territoire_code text, empreinte text, mesures integer, fictif boolean, comptes jsonb',
            rows,
          ),
        )
        .selectAll(),
    )
    .onConflict((conflict) =>
      conflict.columns(['campagne_code', 'territoire_code']).doUpdateSet(({ ref }) => ({
        empreinte: ref('excluded.empreinte'),
        mesures: ref('excluded.mesures'),
        fictif: ref('excluded.fictif'),
        comptes: ref('excluded.comptes'),
      })),
    )
    .execute();
}
