import { type Kysely, type SchemaModule, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await createServices(database.schema);
  await createExigences(database.schema);
  await createEcarts(database.schema);
}

async function createServices(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('service_social')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('fiche', 'integer', (column) => column.notNull().unique())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('clientele', 'text', (column) => column.notNull())
    .addColumn('objectifs', sql`text[]`, (column) => column.notNull())
    .addColumn('enonces_fiche', 'integer', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addColumn('provenance_clientele', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('standard')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('rang', 'integer', (column) => column.notNull().unique())
    .addColumn('attribut', 'text', (column) => column.notNull())
    .addColumn('sous_groupe', 'text', (column) => column.notNull())
    .addColumn('enonce', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}

async function createExigences(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('exigence')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('ordre', 'text', (column) => column.notNull().unique())
    .addColumn('standard_code', 'text', (column) => column.notNull().references('standard.code'))
    .addColumn('service_code', 'text', (column) => column.notNull().references('service_social.code'))
    .addColumn('statut', 'text', (column) =>
      column.notNull().check(sql`statut in ('FIXE', 'REALITES_REGIONALES', 'SANS_OBJET', 'NON_DIT')`),
    )
    .addColumn('statut_litteral', 'text', (column) => column.notNull())
    .addColumn('texte', 'text')
    .addColumn('concordance', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addUniqueConstraint('exigence_cellule', ['standard_code', 'service_code'])
    .execute();
  await schema
    .createTable('seuil')
    .addColumn('exigence_code', 'text', (column) => column.notNull().references('exigence.code'))
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('contenu', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('seuil_pk', ['exigence_code', 'rang'])
    .execute();
  await schema
    .createTable('assertion')
    .addColumn('exigence_code', 'text', (column) => column.notNull().references('exigence.code'))
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull().check(sql`source in ('ANNEXE_II', 'FICHE')`))
    .addColumn('nature', 'text', (column) => column.notNull())
    .addColumn('statut', 'text', (column) => column.notNull())
    .addColumn('litteral', 'text', (column) => column.notNull())
    .addColumn('texte', 'text')
    .addColumn('seuil', 'jsonb')
    .addColumn('volet', 'text')
    .addColumn('dit', 'text')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('assertion_pk', ['exigence_code', 'rang'])
    .execute();
}

async function createEcarts(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('ecart')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('serie', 'text', (column) => column.notNull())
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('gravite', 'text', (column) =>
      column.notNull().check(sql`gravite in ('MAJEURE', 'MINEURE', 'MISE_EN_GARDE')`),
    )
    .addColumn('gravite_inferee', 'boolean', (column) => column.notNull())
    .addColumn('cotes', 'jsonb', (column) => column.notNull())
    .addColumn('provenances', 'jsonb', (column) => column.notNull())
    .execute();
  // The entities touched live in several tables: no foreign key can hold them, a test does.
  await schema
    .createTable('ecart_touche')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('ecart_code', 'text', (column) => column.notNull().references('ecart.code'))
    .addPrimaryKeyConstraint('ecart_touche_pk', ['type', 'code', 'ecart_code'])
    .execute();
}
