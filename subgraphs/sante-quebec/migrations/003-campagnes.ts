import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('canevas')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('exercice', 'text', (column) => column.notNull())
    .addColumn('nature', 'text', (column) =>
      column.notNull().check(sql`nature in ('OFFICIEL', 'DEMONSTRATION')`),
    )
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('canevas_version', ['exercice', 'version'])
    .execute();
  // No foreign key to what is known at birth: those tables are emptied and filled again at each new version.
  await schema
    .createTable('canevas_indicateur')
    .addColumn('canevas_code', 'text', (column) =>
      column.notNull().references('canevas.code').onDelete('cascade'),
    )
    .addColumn('indicateur_code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('canevas_indicateur_pk', ['canevas_code', 'indicateur_code'])
    .execute();
  await schema
    .createTable('campagne')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('exercice', 'text', (column) => column.notNull())
    .addColumn('canevas_code', 'text', (column) => column.notNull().references('canevas.code'))
    .addColumn('ouverte_le', 'timestamptz', (column) => column.notNull())
    .addColumn('fermee_le', 'timestamptz')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('consolidation')
    .addColumn('campagne_code', 'text', (column) =>
      column.primaryKey().references('campagne.code').onDelete('cascade'),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('consolide_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('bilan_territoire')
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('consolidation.campagne_code').onDelete('cascade'),
    )
    .addColumn('territoire_code', 'text', (column) => column.notNull())
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    .addColumn('volet', 'text', (column) => column.notNull())
    .addColumn('indicateur_code', 'text', (column) => column.notNull())
    .addColumn('conformes', 'integer', (column) => column.notNull())
    .addColumn('non_conformes', 'integer', (column) => column.notNull())
    .addColumn('indetermines', 'integer', (column) => column.notNull())
    .addColumn('sans_verdict', 'integer', (column) => column.notNull())
    .addColumn('absents', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('bilan_territoire_pk', [
      'campagne_code',
      'territoire_code',
      'exigence_code',
      'volet',
    ])
    .execute();
}
