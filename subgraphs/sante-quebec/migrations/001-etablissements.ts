import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('etablissement')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('abrege', 'text')
    .addColumn('categorie', 'text', (column) =>
      column
        .notNull()
        .check(
          sql`categorie in ('ETABLISSEMENT_TERRITORIAL', 'AUTRE_QUE_TERRITORIAL', 'REGROUPE', 'HORS_SANTE_QUEBEC_NORDIQUE')`,
        ),
    )
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('sante_quebec', 'boolean', (column) => column.notNull())
    .addColumn('provenance_sante_quebec', 'jsonb', (column) => column.notNull())
    .addColumn('rattache_a', 'text', (column) => column.references('etablissement.code'))
    .addColumn('provenance_rattachement', 'jsonb')
    .addColumn('rts_code', 'text', (column) => column.unique())
    .addColumn('rss_code', 'text', (column) => column.notNull())
    .addColumn('siege', 'text')
    .addColumn('siege_territoire_code', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addCheckConstraint(
      'etablissement_rattachement_source',
      sql`(rattache_a is null) = (provenance_rattachement is null)`,
    )
    .execute();
  await schema
    .createTable('responsabilite_territoire')
    .addColumn('territoire_code', 'text', (column) => column.primaryKey())
    .addColumn('rts_code', 'text', (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull().references('etablissement.code'))
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}
