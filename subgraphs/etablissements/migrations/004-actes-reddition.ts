import { type Kysely, sql } from 'kysely';

const KEY = sql`text collate "C"`;
const STATUTS = sql`statut in ('PROVISOIRE', 'REVISEE', 'FINALE', 'SUPPRIMEE', 'NON_DISPONIBLE', 'AUCUN_CAS')`;
const SANS_VALEUR = sql`(valeur is null) = (statut in ('SUPPRIMEE', 'NON_DISPONIBLE', 'AUCUN_CAS'))`;

/** What people enter for a campagne: a draft, its versions, and the measures that a submitted one publishes. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await extendMesure(database);
  await extendReddition(database);
  await remakeLigne(database);
}

/** Zero, nothing to report, not available and withheld are four things. */
async function extendMesure({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('mesure').dropConstraint('mesure_statut_check').execute();
  await schema.alterTable('mesure').dropConstraint('mesure_valeur_ou_statut').execute();
  await schema.alterTable('mesure').addCheckConstraint('mesure_statut_check', STATUTS).execute();
  await schema.alterTable('mesure').addCheckConstraint('mesure_valeur_ou_statut', SANS_VALEUR).execute();
  await schema
    .alterTable('mesure')
    .addColumn('numerateur', 'double precision')
    .addColumn('denominateur', 'double precision')
    .addColumn('etablissement_code', 'text')
    .execute();
}

async function extendReddition({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('reddition').dropConstraint('reddition_etat_check').execute();
  await schema.alterTable('reddition').dropConstraint('reddition_soumise_datee').execute();
  await schema
    .alterTable('reddition')
    // How many times the draft was written: what tells two people that they write at once.
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('retiree_le', 'timestamptz')
    .execute();
  await schema
    .alterTable('reddition')
    .addCheckConstraint('reddition_etat_check', sql`etat in ('SAISIE', 'SOUMISE', 'RETIREE')`)
    .execute();
  await schema
    .alterTable('reddition')
    .addCheckConstraint(
      'reddition_datee',
      sql`(etat = 'SAISIE') = (soumise_le is null) and (etat = 'RETIREE') = (retiree_le is not null)`,
    )
    .execute();
  await schema
    .createIndex('reddition_en_saisie')
    .unique()
    .on('reddition')
    .columns(['etablissement_code', 'campagne'])
    .where(sql<boolean>`etat = 'SAISIE'`)
    .execute();
}

/** Nobody could enter a line until now: the table is made anew, whole. */
async function remakeLigne({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropTable('ligne_reddition').execute();
  await schema
    .createTable('ligne_reddition')
    .addColumn('id', KEY, (column) => column.primaryKey())
    .addColumn('reddition_id', KEY, (column) => column.notNull().references('reddition.id'))
    .addColumn('etablissement_code', 'text', (column) => column.notNull())
    .addColumn('mesure_id', KEY, (column) => column.notNull())
    .addColumn('mesure_version', 'integer', (column) => column.notNull())
    .addColumn('periode', KEY, (column) => column.notNull())
    .addColumn('territoire_code', KEY, (column) => column.notNull())
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    .addColumn('volet', 'text')
    .addColumn('unite', 'text', (column) => column.notNull())
    .addColumn('valeur', 'double precision')
    .addColumn('numerateur', 'double precision')
    .addColumn('denominateur', 'double precision')
    .addColumn('statut', 'text', (column) => column.notNull().check(STATUTS))
    .addColumn('reponse', 'text', (column) => column.check(sql`reponse in ('CORRIGEE', 'MAINTENUE')`))
    .addColumn('justification', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('ligne_reddition_mesure', ['reddition_id', 'mesure_id'])
    .addCheckConstraint('ligne_valeur_ou_statut', SANS_VALEUR)
    .addCheckConstraint(
      'ligne_maintenue_justifiee',
      sql`reponse is distinct from 'MAINTENUE' or length(trim(justification)) > 0`,
    )
    .execute();
  await schema
    .createIndex('ligne_reddition_par_reddition')
    .on('ligne_reddition')
    .columns(['reddition_id', 'id'])
    .execute();
}
