import { type Kysely, sql } from 'kysely';

/** The periods of a cell whose figure is suppressed: what the cell counted before would tell its verdict. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('bilan_territoire')
    .addColumn('supprimees', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('reserve', 'boolean', (column) =>
      column.generatedAlwaysAs(sql`cardinality(supprimees) > 0`).stored(),
    )
    .execute();
}
