import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const schema = database.schema;
  await schema
    .createTable('examen')
    .addColumn('reddition_id', 'text', (column) => column.primaryKey())
    .addColumn('statut', 'text', (column) =>
      column.notNull().check(sql`statut in ('RETOURNEE', 'CONSOLIDEE', 'TRANSMISE')`),
    )
    .addColumn('motifs', sql`text[]`, (column) => column.notNull())
    .addColumn('examine_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    // A version sent back without a reason would leave its authors with nothing to mend.
    .addCheckConstraint('examen_motive', sql`statut <> 'RETOURNEE' or cardinality(motifs) > 0`)
    .execute();
  await schema
    .createTable('suite_constat')
    .addColumn('constat_id', 'text', (column) => column.primaryKey())
    .addColumn('decision', 'text', (column) =>
      column.notNull().check(sql`decision in ('PRIS_EN_COMPTE', 'RETOURNE', 'SANS_SUITE_MOTIVEE')`),
    )
    .addColumn('reponse', 'text', (column) => column.notNull().check(sql`length(trim(reponse)) > 0`))
    .addColumn('donnee_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('analyse_demande')
    .addColumn('demande_id', 'text', (column) => column.primaryKey())
    .addColumn('effet_domino', sql`text[]`, (column) => column.notNull())
    .addColumn('conclusion', 'text', (column) => column.notNull())
    .addColumn('rendue_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}
