import { type Kysely, sql } from 'kysely';

/** What the ministry says of the bilans that Santé Québec transmits: a version is added to the ones before. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('appreciation')
    .addColumn('acte', 'bigint', (column) => column.primaryKey())
    .addColumn('campagne_code', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('texte', 'text', (column) => column.notNull().check(sql`length(trim(texte)) > 0`))
    .addColumn('jour', 'date', (column) => column.notNull())
    // What was transmitted, as Santé Québec held it when the act was judged.
    .addColumn('version_bilans', 'text', (column) => column.notNull())
    .addColumn('transmise_le', 'timestamptz', (column) => column.notNull())
    .addColumn('appreciee_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('appreciation_version', ['campagne_code', 'version'])
    .execute();
}
