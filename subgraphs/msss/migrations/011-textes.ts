import { type Kysely, sql } from 'kysely';

/** The texts that citations count the lines of: what is expected of each, known at birth, and those that somebody imported. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('texte_attendu')
    .addColumn('document_code', 'text', (column) => column.primaryKey().references('document.code'))
    .addColumn('nombre_lignes', 'integer', (column) => column.notNull())
    .addColumn('nombre_mots', 'integer', (column) => column.notNull())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    // How many words each line has, the first first.
    .addColumn('mots_par_ligne', sql`integer[]`, (column) => column.notNull())
    .execute();
  await schema
    .createTable('texte_importe')
    .addColumn('document_code', 'text', (column) => column.primaryKey())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('ligne_texte')
    // Document and number, « 004:778 »: the lines of many citations are found by one list of keys.
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('document_code', 'text', (column) =>
      column.notNull().references('texte_importe.document_code'),
    )
    .addColumn('numero', 'integer', (column) => column.notNull())
    .addColumn('texte', 'text', (column) => column.notNull())
    .addUniqueConstraint('ligne_texte_numero', ['document_code', 'numero'])
    .execute();
}
