import { type Kysely, sql } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('dependance')
    .addColumn('sur_type', 'text', (column) => column.notNull())
    .addColumn('sur_code', 'text', (column) => column.notNull())
    // A page ends where the next begins: the order of the key must not depend on the server's language.
    .addColumn('type', sql`text collate "C"`, (column) => column.notNull())
    .addColumn('code', sql`text collate "C"`, (column) => column.notNull())
    .addPrimaryKeyConstraint('dependance_pk', ['sur_type', 'sur_code', 'type', 'code'])
    .execute();
}
