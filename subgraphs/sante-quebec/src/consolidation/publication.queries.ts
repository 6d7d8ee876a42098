import { PreparationPerimee } from '@palier/runtime/acts/refus';
import { anyOf, givenRows } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { findingReleves, isCounted } from './consolidation.queries.ts';
import type { BilanTerritoireTable } from '../../tables/bilan.table.ts';
import type { CompositionTable, ConsolidationTable } from '../../tables/consolidation.table.ts';

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
          attendues: ref('excluded.attendues'),
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
  'attendues',
  'supprimees',
  'comptees',
  'verdicts_reserves',
] as const;

const COMPTE_SHAPE = sql`compte(campagne_code text, territoire_code text, exigence_code text, volet text, indicateur_code text, conformes integer, non_conformes integer, indetermines integer, sans_verdict integer, absents integer, attendues integer, supprimees text[], comptees text[], verdicts_reserves boolean)`;

function json(provenance: ProvenanceRow) {
  return sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`;
}
