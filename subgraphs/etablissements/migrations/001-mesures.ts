import { type Kysely, sql } from 'kysely';

// Byte order, the same on every server: keys are compared to page through lists.
const KEY = sql`text collate "C"`;

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('exigence_mesuree')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('unite', 'text', (column) => column.notNull())
    .addColumn('volets', sql`text[]`, (column) => column.notNull())
    .addColumn('frequence', 'text', (column) =>
      column.notNull().check(sql`frequence in ('PERIODE', 'EXERCICE')`),
    )
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('mesure')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('campagne', KEY, (column) => column.notNull())
    .addColumn('periode', KEY, (column) => column.notNull())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    .addColumn('volet', 'text', (column) => column.check(sql`volet in ('en personne', 'par téléphone')`))
    .addColumn('valeur', 'double precision')
    .addColumn('unite', 'text', (column) => column.notNull())
    .addColumn('statut', 'text', (column) =>
      column
        .notNull()
        .check(sql`statut in ('PROVISOIRE', 'REVISEE', 'FINALE', 'SUPPRIMEE', 'NON_DISPONIBLE')`),
    )
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('saisie_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addCheckConstraint(
      'mesure_valeur_ou_statut',
      sql`(valeur is null) = (statut in ('SUPPRIMEE', 'NON_DISPONIBLE'))`,
    )
    // A cell that has no measurable threshold, or is sans objet, is not in exigence_mesuree: it takes no measure.
    // Deferred, for that table is emptied and filled again when its data file changes.
    .addForeignKeyConstraint(
      'mesure_exigence_mesuree',
      ['exigence_code'],
      'exigence_mesuree',
      ['code'],
      (constraint) => constraint.deferrable().initiallyDeferred(),
    )
    .execute();
  await schema.createIndex('mesure_par_territoire').on('mesure').columns(['territoire_code', 'id']).execute();
}
