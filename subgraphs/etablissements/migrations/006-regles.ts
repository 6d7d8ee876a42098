import { type Kysely, sql } from 'kysely';

const KEY = sql`text collate "C"`;

/** Which rules judged a submitted version, as Santé Québec had published them then, and what they said of its measures. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('regle_appliquee')
    .addColumn('reddition_id', KEY, (column) => column.notNull().references('reddition.id'))
    .addColumn('regle_id', KEY, (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('regle_appliquee_pk', ['reddition_id', 'regle_id'])
    .execute();
  await schema
    .createTable('constat_validation')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('reddition_id', KEY, (column) => column.notNull().references('reddition.id'))
    .addColumn('mesure_id', KEY, (column) => column.notNull())
    .addColumn('regle_id', KEY, (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('severite', 'text', (column) =>
      column.notNull().check(sql`severite in ('A_JUSTIFIER', 'INFORMATION')`),
    )
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('operandes', sql`text[]`, (column) => column.notNull())
    .addColumn('justification', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addCheckConstraint(
      'constat_justifie',
      sql`severite = 'INFORMATION' or length(trim(coalesce(justification, ''))) > 0`,
    )
    .execute();
  await schema
    .createIndex('constat_validation_par_reddition')
    .on('constat_validation')
    .columns(['reddition_id', 'id'])
    .execute();
}
