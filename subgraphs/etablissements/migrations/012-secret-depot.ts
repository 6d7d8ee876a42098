import type { Kysely } from 'kysely';

/** What the files of an établissement are named with: drawn at first need, so that no two databases have the same. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('secret_depot')
    .addColumn('etablissement_code', 'text', (column) => column.primaryKey())
    .addColumn('cle', 'text', (column) => column.notNull())
    .execute();
}
