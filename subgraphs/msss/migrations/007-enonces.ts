import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await createSection(database);
  await createEnonce(database);
  await createFait(database);
}

async function createSection({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('section_document')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('document_code', 'text', (column) => column.notNull().references('document.code'))
    .addColumn('parent_code', 'text', (column) => column.references('section_document.code'))
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('premiere_ligne', 'integer', (column) => column.notNull())
    .addColumn('derniere_ligne', 'integer', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function createEnonce({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('enonce')
    // A page ends where the next begins: the order of the key must not depend on the server's language.
    .addColumn('code', sql`text collate "C"`, (column) => column.primaryKey())
    .addColumn('document_code', 'text', (column) => column.notNull().references('document.code'))
    .addColumn('section_code', 'text', (column) => column.notNull().references('section_document.code'))
    .addColumn('nature', 'text', (column) => column.notNull())
    .addColumn('statut', 'text', (column) => column.notNull())
    .addColumn('groupe', 'text')
    .addColumn('theme', 'text')
    .addColumn('orientation_code', 'text', (column) => column.references('orientation_politique.code'))
    .addColumn('enonce', 'text', (column) => column.notNull())
    .addColumn('precisions', sql`text[]`, (column) => column.notNull())
    .addColumn('porteur', 'text')
    .addColumn('voix', 'text')
    .addColumn('competence', 'text')
    .addColumn('loi', 'text')
    .addColumn('article', 'text')
    .addColumn('reference_code', 'text', (column) => column.references('reference_legale.code'))
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema.createIndex('enonce_section').on('enonce').column('section_code').execute();
}

/** Where in a document each thing of the graph is cited. */
async function createFait({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('fait')
    .addColumn('document_code', 'text', (column) => column.notNull().references('document.code'))
    .addColumn('premiere_ligne', 'integer', (column) => column.notNull())
    .addColumn('derniere_ligne', 'integer', (column) => column.notNull())
    .addColumn('section_code', 'text', (column) => column.notNull().references('section_document.code'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    // Null where it is that of the thing itself.
    .addColumn('provenance', 'jsonb')
    .addPrimaryKeyConstraint('fait_pk', ['document_code', 'premiere_ligne', 'type', 'code'])
    .execute();
}
