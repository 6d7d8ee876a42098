import { type Kysely, sql } from 'kysely';

interface Before {
  readonly bilan_territoire: { readonly campagne_code: string; readonly comptees: readonly string[] };
  readonly campagne: { readonly code: string };
}

/**
 * The periods of which a cell ever counted a figure: one that is suppressed and was never counted withholds nothing of it. Of what was
 * counted before, nothing tells them apart: all those that the campagne asks for. And whether the verdicts of the cell are told.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('bilan_territoire')
    .dropColumn('reserve')
    .addColumn('comptees', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('verdicts_reserves', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
  await (database as Kysely<Before>)
    .updateTable('bilan_territoire')
    .from('campagne')
    .whereRef('campagne.code', '=', 'bilan_territoire.campagne_code')
    .set({
      comptees: sql`case campagne.periodes when '{}'
        then array(select campagne.exercice || '-P' || to_char(rang, 'FM00') from generate_series(1, 13) as rang)
        else campagne.periodes end`,
    })
    .execute();
  await database.schema
    .alterTable('bilan_territoire')
    .addColumn('reserve', 'boolean', (column) =>
      column.generatedAlwaysAs(sql`supprimees && comptees`).stored(),
    )
    .execute();
}
