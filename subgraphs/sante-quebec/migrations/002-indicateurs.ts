import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('indicateur')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('unite', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) =>
      column.notNull().check(sql`direction in ('PLUS_BAS_MIEUX', 'PLUS_HAUT_MIEUX')`),
    )
    .addColumn('regle', 'text', (column) => column.notNull())
    .addColumn('frequence', 'text', (column) =>
      column.notNull().check(sql`frequence in ('PERIODE_FINANCIERE', 'EXERCICE')`),
    )
    .addColumn('volets', sql`text[]`, (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('indicateur_exigence')
    .addColumn('indicateur_code', 'text', (column) => column.notNull().references('indicateur.code'))
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    // Empty when the exigence has a single threshold: a null could not be part of the key.
    .addColumn('volet', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('indicateur_exigence_pk', ['exigence_code', 'volet'])
    .execute();
  await schema
    .createTable('indicateur_refuse')
    .addColumn('standard_code', 'text', (column) => column.primaryKey())
    .addColumn('raison', 'text', (column) =>
      column.notNull().check(sql`raison in ('QUALITE', 'SEUIL_NON_NUMERIQUE', 'SANS_SEUIL')`),
    )
    .addColumn('motif', 'text', (column) => column.notNull())
    .addColumn('exigences', sql`text[]`, (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  for (const table of ['outil', 'levier_national'])
    await schema
      .createTable(table)
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('rang', 'integer', (column) => column.notNull())
      .addColumn('nom', 'text', (column) => column.notNull())
      .addColumn('manque', 'text', (column) => column.notNull())
      .addColumn('provenance', 'jsonb', (column) => column.notNull())
      .execute();
}
