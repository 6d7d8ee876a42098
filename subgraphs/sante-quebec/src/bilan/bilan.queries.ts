import { randomBytes } from 'node:crypto';
import { anyOf, givenRows } from '@palier/runtime/database';
import { PreparationPerimee } from '@palier/runtime/acts/refus';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { CURRENT_FIRST } from '../campagne/campagne.queries.ts';
import type { UniteAsked } from './bilan.type.ts';
import type { Suppressed } from './read-graph.ts';
import type {
  BilanTerritoireTable,
  CompositionTable,
  ConsolidationTable,
  ReleveTable,
} from '../../tables/bilan.table.ts';

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

/** How many measures a cell counts. */
const measuredIn = (row: string) =>
  sql<number>`${sql.ref(`${row}.conformes`)} + ${sql.ref(`${row}.non_conformes`)} + ${sql.ref(`${row}.indetermines`)} + ${sql.ref(`${row}.sans_verdict`)}`;

/** Whether a cell counts anything: one that does not any more is kept for what it counted. */
export const isCounted = (row: string) => sql<boolean>`${measuredIn(row)} + ${sql.ref(`${row}.absents`)} > 0`;

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
    .select([
      'consolidation.source',
      'consolidation.version',
      'consolidation.consolide_le',
      'consolidation.provenance',
    ])
    .where('bilan.campagne_code', '=', anyOf(campagnes))
    .where('bilan.territoire_code', '=', anyOf(territoires))
    .where(isCounted('bilan'))
    .orderBy('bilan.exigence_code')
    .orderBy('bilan.volet')
    .execute();
}

export const findConsolidation = (database: Kysely<Tables>, campagne: string) =>
  database
    .selectFrom('consolidation')
    .select(['version', 'fermee'])
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

/** The campagnes whose bilans stand: closed, and consolidated since. */
export const listCampagnesStanding = (database: Kysely<Tables>) =>
  database
    .selectFrom('campagne')
    .innerJoin('consolidation', 'consolidation.campagne_code', 'campagne.code')
    .select(['campagne.code', 'campagne.exercice'])
    .where('campagne.fermee_le', 'is not', null)
    .where('consolidation.fermee', '=', true)
    .orderBy('campagne.code')
    .execute();

/**
 * Tells no more the verdicts of the cells of a campagne that counted a figure which is suppressed since: all at once, and of each by what
 * was last written of it. Nothing is written where there is none. @returns how many
 */
export async function withholdVerdicts(
  database: Kysely<Tables>,
  campagne: string,
  suppressed: readonly Suppressed[],
): Promise<number> {
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
    .updateTable('bilan_territoire as bilan')
    .from(given)
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

const findingReleves = (database: Kysely<Tables>, campagne: string) =>
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

interface Published {
  /** What each territory was to be counted from, as `empreinte` tells. */
  readonly releves: ReadonlyMap<string, string>;
  readonly composition: readonly Omit<CompositionTable, 'campagne_code'>[];
  readonly isDemonstration: boolean;
  readonly note: string;
}

/** Puts what was counted of the territories in the place of the former bilans, all at once. */
export async function publishConsolidation(
  database: Kysely<Tables>,
  consolidation: Omit<ConsolidationTable, 'provenance'>,
  { releves, composition, isDemonstration, note }: Published,
): Promise<void> {
  const campagne = consolidation.campagne_code;
  const territoires = composition.map(({ territoire_code }) => territoire_code);
  await database.transaction().execute(async (transaction) => {
    const counted = findingCounted(transaction, campagne, territoires);
    // One made-up measure is enough for the whole to be a demonstration.
    const fictif = await counted
      .where('releve_territoire.fictif', '=', true)
      .select('releve_territoire.territoire_code')
      .limit(1)
      .execute();
    const origine = isDemonstration || fictif.length > 0 ? 'DEMONSTRATION' : 'SAISIE';
    // First, so that two consolidations of one campagne wait for each other on this row.
    await upsertConsolidation(transaction, { ...consolidation, provenance: { origine, note } });
    await refuseCountedElse(transaction, campagne, releves);
    const comptes = comptesOf(counted);
    // Row by row: what is counted the same was known before.
    await deleteUncounted(transaction, campagne, comptes);
    await deleteOthers(transaction, campagne, territoires);
    await upsertCounted(transaction, campagne, comptes);
    await upsertComposition(transaction, campagne, composition);
  });
}

const findingCounted = (transaction: Kysely<Tables>, campagne: string, territoires: readonly string[]) =>
  transaction
    .selectFrom('releve_territoire')
    .where('releve_territoire.campagne_code', '=', campagne)
    .where('releve_territoire.territoire_code', '=', anyOf(territoires));

const comptesOf = (counted: ReturnType<typeof findingCounted>) =>
  counted.innerJoinLateral(
    () => sql<BilanTerritoireTable>`jsonb_to_recordset(releve_territoire.comptes)`.as<'compte'>(COMPTE_SHAPE),
    (join) => join.onTrue(),
  );

type Comptes = ReturnType<typeof comptesOf>;

async function upsertConsolidation(
  transaction: Kysely<Tables>,
  consolidation: ConsolidationTable,
): Promise<void> {
  await transaction
    .insertInto('consolidation')
    .values({ ...consolidation, provenance: json(consolidation.provenance) })
    .onConflict((conflict) =>
      conflict.column('campagne_code').doUpdateSet(({ ref }) => ({
        source: ref('excluded.source'),
        version: ref('excluded.version'),
        consolide_le: ref('excluded.consolide_le'),
        fermee: ref('excluded.fermee'),
        provenance: ref('excluded.provenance'),
      })),
    )
    .execute();
}

async function deleteUncounted(
  transaction: Kysely<Tables>,
  campagne: string,
  comptes: Comptes,
): Promise<void> {
  await transaction
    .deleteFrom('bilan_territoire')
    .where('campagne_code', '=', campagne)
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('territoire_code', 'exigence_code', 'volet'),
        'not in',
        comptes
          .select(['compte.territoire_code', 'compte.exigence_code', 'compte.volet'])
          .$asTuple('territoire_code', 'exigence_code', 'volet'),
      ),
    )
    .execute();
}

/** The territories that the campagne is not consolidated by any more. */
async function deleteOthers(
  transaction: Kysely<Tables>,
  campagne: string,
  territoires: readonly string[],
): Promise<void> {
  await transaction
    .deleteFrom('composition_territoire')
    .where('campagne_code', '=', campagne)
    .where('territoire_code', '!=', sql<string>`all(${territoires}::text[])`)
    .execute();
}

async function upsertCounted(transaction: Kysely<Tables>, campagne: string, comptes: Comptes): Promise<void> {
  await transaction
    .insertInto('bilan_territoire')
    .columns([...ROW_COLUMNS])
    .expression(
      comptes
        .select(ROW_COLUMNS.map((column) => `compte.${column}` as const))
        .where(({ exists, or, selectFrom }) =>
          or([
            isCounted('compte'),
            // That it counts nothing any more is said where it did: what it counted may be suppressed since.
            exists(
              selectFrom('bilan_territoire as known')
                .select('known.campagne_code')
                .where('known.campagne_code', '=', campagne)
                .whereRef('known.territoire_code', '=', 'compte.territoire_code')
                .whereRef('known.exigence_code', '=', 'compte.exigence_code')
                .whereRef('known.volet', '=', 'compte.volet'),
            ),
          ]),
        ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['campagne_code', 'territoire_code', 'exigence_code', 'volet'])
        .doUpdateSet(({ ref }) => ({
          indicateur_code: ref('excluded.indicateur_code'),
          conformes: ref('excluded.conformes'),
          non_conformes: ref('excluded.non_conformes'),
          indetermines: ref('excluded.indetermines'),
          sans_verdict: ref('excluded.sans_verdict'),
          absents: ref('excluded.absents'),
          supprimees: ref('excluded.supprimees'),
          comptees: sql`array(select distinct unnest(bilan_territoire.comptees || excluded.comptees) order by 1)`,
          verdicts_reserves: ref('excluded.verdicts_reserves'),
        })),
    )
    .execute();
}

async function upsertComposition(
  transaction: Kysely<Tables>,
  campagne: string,
  composition: Published['composition'],
): Promise<void> {
  await transaction
    .insertInto('composition_territoire')
    .columns(['campagne_code', 'territoire_code', 'rls', 'rts', 'rss', 'ruisss'])
    .expression((builder) =>
      builder
        .selectFrom(givenRows('territoire_code text, rls text, rts text, rss text, ruisss text', composition))
        .select([
          sql<string>`${campagne}::text`.as('campagne_code'),
          'territoire_code',
          'rls',
          'rts',
          'rss',
          'ruisss',
        ]),
    )
    .onConflict((conflict) =>
      conflict.columns(['campagne_code', 'territoire_code']).doUpdateSet(({ ref }) => ({
        rls: ref('excluded.rls'),
        rts: ref('excluded.rts'),
        rss: ref('excluded.rss'),
        ruisss: ref('excluded.ruisss'),
      })),
    )
    .execute();
}

/** What one reading counted is published or transmitted, and nothing of two. */
export const UNE_SEULE_LECTURE = { code: 'BILANS_D_UNE_SEULE_LECTURE', origine: 'INFERENCE' } as const;

/** A consolidation at the same time may have counted a territory from something else: neither is then published over the other. */
async function refuseCountedElse(
  transaction: Kysely<Tables>,
  campagne: string,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await findingReleves(transaction, campagne).forShare().execute();
  const counted = new Map(rows.map((row) => [row.territoire_code, row.empreinte]));
  if ([...wanted].every(([territoire, empreinte]) => counted.get(territoire) === empreinte)) return;
  throw new PreparationPerimee({
    regle: UNE_SEULE_LECTURE,
    motif: `Les bilans de la campagne ${campagne} se consolidaient en même temps d’après d’autres mesures.`,
    remede: 'Recommencez : ce qui a été compté n’est pas perdu.',
  });
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
      'consolidation.source',
      'consolidation.version',
      'consolidation.consolide_le',
      'consolidation.provenance',
    ])
    .select(({ fn }) => [
      fn.sum<number>('bilan.conformes').as('conformes'),
      fn.sum<number>('bilan.non_conformes').as('non_conformes'),
      fn.sum<number>('bilan.indetermines').as('indetermines'),
      fn.sum<number>('bilan.sans_verdict').as('sans_verdict'),
      fn.sum<number>('bilan.absents').as('absents'),
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
      'consolidation.source',
      'consolidation.version',
      'consolidation.consolide_le',
      'consolidation.provenance',
    ])
    .orderBy('member.rank')
    .orderBy('bilan.exigence_code')
    .orderBy('bilan.volet')
    .execute();
}

const ROW_COLUMNS = [
  'campagne_code',
  'territoire_code',
  'exigence_code',
  'volet',
  'indicateur_code',
  'conformes',
  'non_conformes',
  'indetermines',
  'sans_verdict',
  'absents',
  'supprimees',
  'comptees',
  'verdicts_reserves',
] as const;

const COMPTE_SHAPE = sql`compte(campagne_code text, territoire_code text, exigence_code text, volet text, indicateur_code text, conformes integer, non_conformes integer, indetermines integer, sans_verdict integer, absents integer, supprimees text[], comptees text[], verdicts_reserves boolean)`;

function json(provenance: ProvenanceRow) {
  return sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`;
}
