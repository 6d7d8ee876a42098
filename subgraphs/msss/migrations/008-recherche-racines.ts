import { type Kysely, sql } from 'kysely';

/** The words and stems of a row are given with it: what Postgres made of them goes. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('recherche').dropColumn('vecteur').execute();
  await schema.alterTable('recherche').dropColumn('texte_normalise').execute();
  await schema
    .alterTable('recherche')
    // The rows of birth, loaded right after, say theirs.
    .addColumn('vecteur', sql`tsvector`, (column) => column.notNull().defaultTo(sql`''::tsvector`))
    .execute();
  await schema.createIndex('recherche_vecteur').on('recherche').using('gin').column('vecteur').execute();
}
