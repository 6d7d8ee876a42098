import { type Kysely, sql } from 'kysely';

/** What the versions of the bilans are made with, in one row at most: drawn at first need, so that no two databases have the same. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('secret_consolidation')
    .addColumn('seul', 'boolean', (column) =>
      column
        .primaryKey()
        .defaultTo(true)
        .check(sql`seul`),
    )
    .addColumn('cle', 'text', (column) => column.notNull())
    .execute();
}
