import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('recherche')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('texte', 'text', (column) => column.notNull())
    .addColumn('poids', 'real', (column) => column.notNull())
    .addColumn('code_normalise', 'text', (column) => column.notNull())
    .addColumn('titre_normalise', 'text', (column) => column.notNull())
    .addColumn('texte_normalise', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    // « french » finds the other forms of a word; « simple » finds a word of which only the beginning was typed.
    .addColumn('vecteur', sql`tsvector`, (column) =>
      column
        .notNull()
        .generatedAlwaysAs(
          sql`setweight(to_tsvector('french', titre_normalise) || to_tsvector('simple', titre_normalise), 'A')
            || setweight(to_tsvector('french', texte_normalise) || to_tsvector('simple', texte_normalise), 'C')`,
        )
        .stored(),
    )
    .addPrimaryKeyConstraint('recherche_pk', ['type', 'code'])
    .execute();
  await database.schema
    .createIndex('recherche_vecteur')
    .on('recherche')
    .using('gin')
    .column('vecteur')
    .execute();
}
