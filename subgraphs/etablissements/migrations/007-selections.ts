import { type Kysely, sql } from 'kysely';

const KEY = sql`text collate "C"`;

/** What this level keeps of what the others publish, to narrow, count and rank its own measures in one statement. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('territoire_servi')
    .addColumn('code', KEY, (column) => column.primaryKey())
    .addColumn('rls_code', 'text', (column) => column.notNull())
    .addColumn('rts_code', 'text', (column) => column.notNull())
    .addColumn('rss_code', 'text', (column) => column.notNull())
    .addColumn('ruisss_code', 'text', (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('borne_verdict')
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    // Empty when the exigence has none: it is part of the key.
    .addColumn('volet', 'text', (column) => column.notNull())
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('unite', 'text', (column) => column.notNull())
    .addColumn('annee_de', 'text')
    .addColumn('annee_a', 'text')
    .addColumn('de', 'double precision', (column) => column.notNull())
    .addColumn('de_inclus', 'boolean', (column) => column.notNull())
    .addColumn('a', 'double precision')
    .addColumn('a_inclus', 'boolean', (column) => column.notNull())
    .addColumn('etat', 'text', (column) =>
      column.notNull().check(sql`etat in ('CONFORME', 'NON_CONFORME', 'INDETERMINE')`),
    )
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('borne_verdict_pk', ['exigence_code', 'volet', 'rang'])
    .execute();
  // Null until the data files of this program are read, a moment later.
  await schema.alterTable('exigence_mesuree').addColumn('indicateur_code', 'text').execute();
  await schema
    .createIndex('mesure_par_exigence')
    .on('mesure')
    .columns(['exigence_code', 'periode', 'territoire_code'])
    .execute();
}
