import { type Kysely, sql } from 'kysely';

/** Rules of validation: those that are known at birth, those that acts publish, and those that acts withdraw. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['regle_initiale', 'regle_publiee'])
    await schema
      .createTable(table)
      .addColumn('code', sql`text collate "C"`, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
      .addColumn('nom', 'text', (column) => column.notNull())
      .addColumn('severite', 'text', (column) =>
        column.notNull().check(sql`severite in ('BLOQUANTE', 'A_JUSTIFIER', 'INFORMATION')`),
      )
      .addColumn('expression', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('remede', 'text', (column) => column.notNull())
      // Empty for all of them.
      .addColumn('unites', sql`text[]`, (column) => column.notNull())
      .addColumn('exigences', sql`text[]`, (column) => column.notNull())
      // Null for what holds by arithmetic: it always did.
      .addColumn('en_vigueur_de', 'date')
      .addColumn('en_vigueur_a', 'date')
      .addColumn('fondement', 'jsonb', (column) => column.notNull())
      .addColumn('provenance', 'jsonb', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_pk`, ['code', 'version'])
      .execute();
  await schema
    .createTable('regle_retiree')
    .addColumn('code', sql`text collate "C"`, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('retiree_le', 'date', (column) => column.notNull())
    .addColumn('motif', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('regle_retiree_pk', ['code', 'version'])
    .execute();
}
