import { type Kysely, sql } from 'kysely';

/** Official files that were imported, and what they give: what a birth loaded stays as it is, beside them. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('importation')
    .addColumn('acte', 'bigint', (column) => column.primaryKey())
    .addColumn('genre', 'text', (column) => column.notNull())
    // From 1 in a genre.
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('fichier', 'text', (column) => column.notNull())
    .addColumn('octets', 'bigint', (column) => column.notNull())
    .addColumn('empreinte', 'text', (column) => column.notNull())
    .addColumn('comptes', 'jsonb', (column) => column.notNull())
    .addColumn('importe_par', 'text', (column) => column.notNull())
    .addColumn('importe_le', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('importation_version', ['genre', 'version'])
    .execute();
  await schema
    .createTable('population_importee')
    // Territory, year and sex: a page ends where the next begins, whatever the server's language.
    .addColumn('id', sql`text collate "C"`, (column) => column.primaryKey())
    .addColumn('territoire_code', 'text', (column) => column.notNull())
    .addColumn('annee', 'integer', (column) => column.notNull())
    .addColumn('sexe', 'text', (column) =>
      column.notNull().check(sql`sexe in ('TOTAL', 'FEMININ', 'MASCULIN')`),
    )
    .addColumn('nombre', 'integer', (column) => column.notNull().check(sql`nombre >= 0`))
    // One figure a year of age, from 0; the last is of that age and more.
    .addColumn('ages', sql`integer[]`, (column) => column.notNull())
    .addColumn('nature', 'text', (column) =>
      column.notNull().check(sql`nature in ('ESTIMATION', 'PROJECTION')`),
    )
    .addColumn('statut', 'text', (column) => column.check(sql`statut in ('REVISE', 'PROVISOIRE')`))
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('population_importee_par_territoire')
    .on('population_importee')
    .columns(['territoire_code', 'id'])
    .execute();
  // The register M02: what the file says is kept as it is, by its columns.
  for (const table of ['installation_publiee', 'etablissement_publie'])
    await schema
      .createTable(table)
      .addColumn('code', sql`text collate "C"`, (column) => column.primaryKey())
      .addColumn('nom', 'text')
      .addColumn('territoire_code', 'text')
      .addColumn('etablissement_code', 'text')
      .addColumn('fiche', 'jsonb', (column) => column.notNull())
      // Day of the import that no more gave it; null for what the last one gives.
      .addColumn('retire_le', 'date')
      .addColumn('provenance', 'jsonb', (column) => column.notNull())
      .execute();
  for (const column of ['territoire_code', 'etablissement_code'])
    await schema
      .createIndex(`installation_publiee_par_${column}`)
      .on('installation_publiee')
      .columns([column, 'code'])
      .execute();
  await schema
    .createTable('code_postal')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('territoire_code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_postal_pk', ['code', 'territoire_code'])
    .execute();
}
