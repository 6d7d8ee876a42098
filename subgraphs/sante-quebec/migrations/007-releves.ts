import type { Kysely } from 'kysely';

/**
 * What was counted of each territory, with the digest of all that it was counted from: a run reads again what changed since, and
 * one that was cut off goes on from there. And which units a consolidation summed the territories up in.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('releve_territoire')
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('campagne.code').onDelete('cascade'),
    )
    .addColumn('territoire_code', 'text', (column) => column.notNull())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    .addColumn('mesures', 'integer', (column) => column.notNull())
    .addColumn('fictif', 'boolean', (column) => column.notNull())
    .addColumn('comptes', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('releve_territoire_pk', ['campagne_code', 'territoire_code'])
    .execute();
  await schema
    .createTable('composition_territoire')
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('consolidation.campagne_code').onDelete('cascade'),
    )
    .addColumn('territoire_code', 'text', (column) => column.notNull())
    .addColumn('rls', 'text')
    .addColumn('rts', 'text')
    .addColumn('rss', 'text')
    .addPrimaryKeyConstraint('composition_territoire_pk', ['campagne_code', 'territoire_code'])
    .execute();
}
