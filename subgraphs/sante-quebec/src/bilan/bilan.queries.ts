import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** One per campagne: when and from what its bilans were made. `consolide_le` is text, as Postgres writes it. */
export interface ConsolidationTable {
  campagne_code: string;
  source: string;
  version: string;
  consolide_le: string;
  provenance: ProvenanceRow;
}

/** Counts of one territory, for one exigence and one volet (empty when it has none). */
export interface BilanTerritoireTable {
  campagne_code: string;
  territoire_code: string;
  exigence_code: string;
  volet: string;
  indicateur_code: string;
  conformes: number;
  non_conformes: number;
  indetermines: number;
  sans_verdict: number;
  absents: number;
}

/** The rows of the bilans, each with the consolidation it comes from. */
export function findBilans(
  database: Kysely<Tables>,
  campagnes: readonly string[],
  territoires: readonly string[],
) {
  return database
    .selectFrom('bilan_territoire')
    .innerJoin('consolidation', 'consolidation.campagne_code', 'bilan_territoire.campagne_code')
    .selectAll('bilan_territoire')
    .select([
      'consolidation.source',
      'consolidation.version',
      'consolidation.consolide_le',
      'consolidation.provenance',
    ])
    .where('bilan_territoire.campagne_code', '=', anyOf(campagnes))
    .where('bilan_territoire.territoire_code', '=', anyOf(territoires))
    .orderBy('bilan_territoire.exigence_code')
    .orderBy('bilan_territoire.volet')
    .execute();
}

export async function findConsolidationVersion(
  database: Kysely<Tables>,
  campagne: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('consolidation')
    .select('version')
    .where('campagne_code', '=', campagne)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Puts a consolidation and its rows in the place of the former ones, all at once. */
export async function replaceConsolidation(
  database: Kysely<Tables>,
  consolidation: ConsolidationTable,
  rows: readonly BilanTerritoireTable[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // First, so that two consolidations of one campagne wait for each other on this row.
    await transaction
      .insertInto('consolidation')
      .values({ ...consolidation, provenance: json(consolidation.provenance) })
      .onConflict((conflict) =>
        conflict.column('campagne_code').doUpdateSet(({ ref }) => ({
          source: ref('excluded.source'),
          version: ref('excluded.version'),
          consolide_le: ref('excluded.consolide_le'),
          provenance: ref('excluded.provenance'),
        })),
      )
      .execute();
    await transaction
      .deleteFrom('bilan_territoire')
      .where('campagne_code', '=', consolidation.campagne_code)
      .execute();
    await transaction
      .insertInto('bilan_territoire')
      .columns([...ROW_COLUMNS])
      .expression((builder) => builder.selectFrom(unnestRows(rows)).selectAll())
      .execute();
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
] as const;

/** One parameter for all the rows: the statement keeps one text, whatever their number. */
function unnestRows(rows: readonly BilanTerritoireTable[]) {
  return sql<BilanTerritoireTable>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<'given'>(
    sql`given(campagne_code text, territoire_code text, exigence_code text, volet text, indicateur_code text, conformes integer, non_conformes integer, indetermines integer, sans_verdict integer, absents integer)`,
  );
}

function json(provenance: ProvenanceRow) {
  return sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`;
}
