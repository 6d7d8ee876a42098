import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('document')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('emetteur', 'text', (column) => column.notNull())
    .addColumn('destinataire', 'text')
    .addColumn('date', 'text')
    .addColumn('statut', 'text', (column) => column.notNull())
    .addColumn('portee', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('unite')
    .addColumn('genre', 'text', (column) =>
      column.notNull().check(sql`genre in ('RLS', 'RTS', 'RSS', 'RUISSS')`),
    )
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('ancien_nom', 'text')
    .addColumn('rts_code', 'text')
    .addColumn('rss_code', 'text')
    .addColumn('compte_dans_les_93', 'boolean')
    .addColumn('conventionnel', 'boolean')
    .addColumn('population', 'integer', (column) => column.notNull())
    .addColumn('annee_population', 'integer', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('unite_pk', ['genre', 'code'])
    .execute();
  await schema
    .createTable('territoire_clsc')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('nom_2017', 'text')
    .addColumn('rls_code', 'text', (column) => column.notNull())
    .addColumn('rts_code', 'text', (column) => column.notNull())
    .addColumn('rss_code', 'text', (column) => column.notNull())
    .addColumn('ruisss_code', 'text', (column) => column.notNull())
    .addColumn('ruisss_code_2017', 'text')
    .addColumn('superficie_km2', 'double precision')
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .addColumn('localite', 'text')
    .addColumn('position_methode', 'text')
    .addColumn('nb_installations', 'integer')
    .addColumn('nb_installations_clsc', 'integer')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('population')
    .addColumn('territoire_code', 'text', (column) => column.notNull().references('territoire_clsc.code'))
    .addColumn('annee', 'integer', (column) => column.notNull())
    .addColumn('nombre', 'integer', (column) => column.notNull())
    .addColumn('nature', 'text', (column) =>
      column.notNull().check(sql`nature in ('ESTIMATION', 'PROJECTION')`),
    )
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('population_pk', ['territoire_code', 'annee'])
    .execute();
}
