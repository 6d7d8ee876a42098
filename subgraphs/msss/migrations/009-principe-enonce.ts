import { type Kysely, sql } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('principe')
    // The rows of birth, loaded right after, say it.
    .addColumn('enonce', 'text', (column) => column.notNull().defaultTo(sql`''`))
    .execute();
}
