import { type Kysely, type Migration, sql } from 'kysely';

/** The tables of a journal, the same in each level; their history goes on beside that of the level's own tables. */
export const journalMigrations: Readonly<Record<string, Migration>> = {
  '001-journal': { up: createJournal },
};

/** Rows are added, and that is all: a trigger refuses the rest to everybody, the owner of the tables included. */
export const JOURNAL_TABLES = [
  'journal',
  'journal_noeud',
  'journal_point',
  'journal_contresignature',
  'journal_temoin',
  'journal_cle',
] as const;

async function createJournal({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('journal')
    .addColumn('numero', 'bigint', (column) => column.primaryKey().check(sql`numero >= 1`))
    .addColumn('nature', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('auteur', 'text', (column) => column.notNull())
    .addColumn('palier', 'text', (column) => column.notNull())
    .addColumn('etablissement', 'text')
    .addColumn('cle', 'text', (column) => column.notNull())
    .addColumn('motif', 'text')
    .addColumn('inscrit_le', 'timestamptz', (column) => column.notNull())
    .addColumn('origine', 'text', (column) =>
      column.notNull().check(sql`origine in ('SAISIE', 'DEMONSTRATION')`),
    )
    // Text, not jsonb: its bytes are what the digest is made from.
    .addColumn('contenu', 'text', (column) => column.notNull())
    .addColumn('demande', 'text', (column) => column.notNull())
    .addColumn('precedente', 'text', (column) => column.notNull())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    .addUniqueConstraint('journal_cle_unique', ['auteur', 'cle'])
    .execute();
  await schema.createIndex('journal_par_nature').on('journal').columns(['nature', 'numero']).execute();
  await schema
    .createIndex('journal_par_etablissement')
    .on('journal')
    .columns(['etablissement', 'numero'])
    .execute();
  await createTree({ schema } as Kysely<unknown>);
  await createWitnesses({ schema } as Kysely<unknown>);
}

/** The inner nodes of the tree, each written once, and what the tree came to after each group of acts. */
async function createTree({ schema }: Pick<Kysely<unknown>, 'schema'>): Promise<void> {
  await schema
    .createTable('journal_noeud')
    .addColumn('hauteur', 'integer', (column) => column.notNull().check(sql`hauteur >= 1`))
    .addColumn('rang', 'bigint', (column) => column.notNull())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_noeud_pk', ['hauteur', 'rang'])
    .execute();
  await schema
    .createTable('journal_point')
    .addColumn('taille', 'bigint', (column) => column.primaryKey())
    .addColumn('racine', 'text', (column) => column.notNull())
    .addColumn('sommets', sql`text[]`, (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('signe_le', 'timestamptz', (column) => column.notNull())
    .execute();
}

/** What the other levels signed of this journal, what this level saw of theirs, and the keys it signed with. */
async function createWitnesses({ schema }: Pick<Kysely<unknown>, 'schema'>): Promise<void> {
  await schema
    .createTable('journal_contresignature')
    .addColumn('taille', 'bigint', (column) => column.notNull())
    .addColumn('temoin', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('recue_le', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_contresignature_pk', ['taille', 'temoin'])
    .execute();
  await schema
    .createTable('journal_temoin')
    .addColumn('journal', 'text', (column) => column.notNull())
    .addColumn('taille', 'bigint', (column) => column.notNull())
    .addColumn('racine', 'text', (column) => column.notNull())
    .addColumn('vu_le', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_temoin_pk', ['journal', 'taille'])
    .execute();
  await schema
    .createTable('journal_cle')
    .addColumn('publique', 'text', (column) => column.primaryKey())
    .addColumn('depuis_le', 'timestamptz', (column) => column.notNull())
    .execute();
}
