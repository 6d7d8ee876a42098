import { type Kysely, sql } from 'kysely';

/** What a campagne asks and until when, who was given more time, and what became of each version. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await extendCampagne(database);
  await extendExamen(database);
}

/** Three dates that are three facts; no text gives any of them, and a campagne may have none. */
async function extendCampagne({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('campagne')
    // Empty for all the periods of the exercice.
    .addColumn('periodes', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('echeance_recommandee', 'date')
    .addColumn('echeance', 'date')
    .addColumn('cloture', 'date')
    .execute();
  await schema
    .createTable('exception_campagne')
    .addColumn('acte', 'bigint', (column) => column.primaryKey())
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('campagne.code').onDelete('cascade'),
    )
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('jusqu_au', 'date', (column) => column.notNull())
    .addColumn('motif', 'text', (column) => column.notNull())
    .addColumn('accordee_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('exception_campagne_par_campagne')
    .on('exception_campagne')
    .columns(['campagne_code', 'etablissement_code', 'acte'])
    .execute();
  await schema
    .createTable('version_retenue')
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('campagne.code').onDelete('cascade'),
    )
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('reddition_id', 'text')
    .addColumn('raison', 'text', (column) =>
      column.notNull().check(sql`raison in ('CONSOLIDEE', 'EXAMEN_NON_TERMINE', 'AUCUNE_VERSION_VALIDE')`),
    )
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('version_retenue_pk', ['campagne_code', 'etablissement_code'])
    .execute();
  await schema
    .createTable('transmission')
    .addColumn('acte', 'bigint', (column) => column.primaryKey())
    .addColumn('campagne_code', 'text', (column) =>
      column.notNull().references('campagne.code').onDelete('cascade'),
    )
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('transmise_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function extendExamen({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('examen')
    .addColumn('campagne_code', 'text')
    .addColumn('etablissement_code', 'text')
    .addColumn('version', 'integer')
    .execute();
  await schema
    .createTable('cellule_retournee')
    .addColumn('reddition_id', 'text', (column) =>
      column.notNull().references('examen.reddition_id').onDelete('cascade'),
    )
    .addColumn('mesure_id', 'text', (column) => column.notNull())
    .addColumn('motif', 'text', (column) => column.notNull().check(sql`length(trim(motif)) > 0`))
    .addColumn('attendu', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cellule_retournee_pk', ['reddition_id', 'mesure_id'])
    .execute();
}
