import { type Kysely, sql } from 'kysely';

/** A measure that two campagnes ask for is of both: that of the first to publish it, and these. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('mesure')
    .addColumn('aussi', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .execute();
}
