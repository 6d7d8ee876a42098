import { type Kysely, sql } from 'kysely';

const KEY = sql`text collate "C"`;

/** What a level concludes, observes, asks and accounts for. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createReddition(database);
  await createPartenaire(database);
  await createEntente(database);
  await createConstat(database);
  await createDemandeModification(database);
  await createValeurRegionale(database);
}

async function createReddition({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('reddition')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('campagne', KEY, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('etat', 'text', (column) => column.notNull().check(sql`etat in ('SAISIE', 'SOUMISE')`))
    .addColumn('saisie_le', 'timestamptz', (column) => column.notNull())
    .addColumn('soumise_le', 'timestamptz')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('reddition_version', ['etablissement_code', 'campagne', 'version'])
    .addCheckConstraint('reddition_soumise_datee', sql`(etat = 'SOUMISE') = (soumise_le is not null)`)
    .execute();
  await schema
    .createTable('ligne_reddition')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('reddition_id', KEY, (column) => column.notNull().references('reddition.id'))
    .addColumn('mesure_id', KEY, (column) => column.notNull())
    .addColumn('mesure_version', 'integer', (column) => column.notNull())
    .addColumn('valeur', 'double precision')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('ligne_reddition_mesure', ['reddition_id', 'mesure_id'])
    .execute();
}

async function createPartenaire({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('partenaire')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('designation', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function createEntente({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('entente')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull().check(sql`type in ('SERVICE', 'COLLABORATION')`))
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('territoire_codes', sql`text[]`, (column) => column.notNull())
    .addColumn('partenaire_ids', sql`text[]`, (column) => column.notNull())
    .addColumn('service_codes', sql`text[]`, (column) => column.notNull())
    .addColumn('etat', 'text', (column) =>
      column
        .notNull()
        .check(sql`etat in ('PROJET', 'NEGOCIEE', 'CONCLUE', 'EN_VIGUEUR', 'MISE_A_JOUR', 'ECHUE')`),
    )
    .addColumn('a_jour', 'boolean')
    .addColumn('volumes', 'text')
    .addColumn('financement', 'text')
    .addColumn('conclue_le', 'date')
    .addColumn('mise_a_jour_le', 'date')
    .addColumn('echeance_le', 'date')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function createConstat({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('constat')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('etat', 'text', (column) =>
      column
        .notNull()
        .check(
          sql`etat in ('OBSERVE', 'DOCUMENTE', 'RECOMMANDE', 'TRANSMIS_ETABLISSEMENT', 'TRANSMIS_SANTE_QUEBEC')`,
        ),
    )
    .addColumn('besoin', 'text', (column) => column.notNull())
    .addColumn('recommandation', 'text')
    .addColumn('observe_le', 'date', (column) => column.notNull())
    .addColumn('transmis_le', 'timestamptz')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function createDemandeModification({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('demande_modification')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('territoire_codes', sql`text[]`, (column) => column.notNull())
    .addColumn('etat', 'text', (column) => column.notNull().check(sql`etat in ('BESOIN', 'DEMANDEE')`))
    .addColumn('limites', 'text')
    .addColumn('motifs', sql`text[]`, (column) => column.notNull())
    .addColumn('avis_sante_publique', 'text')
    .addColumn('communication', 'text')
    .addColumn('plan_rattachement', 'text')
    .addColumn('deposee_le', 'timestamptz')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addCheckConstraint('demande_deposee_datee', sql`(etat = 'DEMANDEE') = (deposee_le is not null)`)
    .execute();
  await schema
    .createTable('impact_modification')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('demande_id', KEY, (column) => column.notNull().references('demande_modification.id'))
    .addColumn('nature', 'text', (column) =>
      column.notNull().check(sql`nature in ('JURIDIQUE', 'ADMINISTRATIF', 'ORGANISATIONNEL', 'HUMAIN')`),
    )
    .addColumn('evaluation', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('impact_modification_nature', ['demande_id', 'nature'])
    .execute();
}

async function createValeurRegionale({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('valeur_regionale')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('valeur', 'double precision')
    .addColumn('unite', 'text')
    .addColumn('texte', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('en_vigueur_depuis', 'date', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('valeur_regionale_version', ['exigence_code', 'territoire_code', 'version'])
    .execute();
}
