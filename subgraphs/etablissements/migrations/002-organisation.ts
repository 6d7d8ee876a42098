import { type Kysely, sql } from 'kysely';

const KEY = sql`text collate "C"`;

/** Who answers for a territory, where, and what is offered there. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createDesignation(database);
  await createFonctionEtablissement(database);
  await createExerciceRole(database);
  await createInstallation(database);
  await createOffreService(database);
}

/** No column names a person: a gestionnaire is a function on a territory, its delegation and its dates. */
async function createDesignation({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('designation')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('designee_le', 'date', (column) => column.notNull())
    .addColumn('delegation_le', 'date')
    .addColumn('delegation_etablissement_code', 'text')
    .addColumn('en_fonction_depuis', 'date')
    .addColumn('fin_le', 'date')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addCheckConstraint(
      'designation_fonction_exige_delegation',
      sql`en_fonction_depuis is null or coalesce(delegation_le <= en_fonction_depuis and delegation_etablissement_code = etablissement_code, false)`,
    )
    .addCheckConstraint('designation_dates', sql`fin_le is null or fin_le >= designee_le`)
    .execute();
  await schema
    .createIndex('designation_en_fonction')
    .unique()
    .on('designation')
    .column('territoire_code')
    .where(sql<boolean>`en_fonction_depuis is not null and fin_le is null`)
    .execute();
  await schema
    .createIndex('designation_par_territoire')
    .on('designation')
    .columns(['territoire_code', 'id'])
    .execute();
}

async function createFonctionEtablissement({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('fonction_etablissement')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('fonction', 'text', (column) =>
      column.notNull().check(sql`fonction in ('PDG', 'RESPONSABLE_AUTOCHTONE')`),
    )
    .addColumn('depuis', 'date', (column) => column.notNull())
    .addColumn('fin_le', 'date')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('fonction_etablissement_en_cours')
    .unique()
    .on('fonction_etablissement')
    .columns(['etablissement_code', 'fonction'])
    .where(sql<boolean>`fin_le is null`)
    .execute();
}

async function createExerciceRole({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('exercice_role')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('role_code', 'text', (column) =>
      column
        .notNull()
        .check(sql`role_code in ('NAVIGATEUR', 'COORDONNATEUR', 'LEADER_INTERSECTORIEL', 'COANIMATEUR')`),
    )
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('preuves', sql`text[]`, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('declare_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('exercice_role_version', ['territoire_code', 'role_code', 'version'])
    .execute();
}

async function createInstallation({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('installation')
    .addColumn('code', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('mission_clsc', 'boolean', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('installation_par_territoire')
    .on('installation')
    .columns(['territoire_code', 'code'])
    .execute();
}

async function createOffreService({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('offre_service')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('service_code', 'text', (column) => column.notNull())
    .addColumn('etat', 'text', (column) =>
      column.notNull().check(sql`etat in ('OFFERTE', 'PARTIELLE', 'NON_OFFERTE')`),
    )
    .addColumn('modalites', 'text')
    .addColumn('entente_id', 'text')
    .addColumn('declaree_le', 'timestamptz', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('offre_service_unique', ['territoire_code', 'service_code'])
    .execute();
}
