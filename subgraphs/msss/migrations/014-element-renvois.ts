import { type Kysely, sql } from 'kysely';

/** What an element speaks of elsewhere in the graph: what it links is no longer among its words. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('element')
    .addColumn('renvois', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'`))
    .execute();
}
