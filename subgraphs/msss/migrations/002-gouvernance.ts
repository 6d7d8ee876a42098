import { type CreateTableBuilder, type Kysely, type SchemaModule, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await createReferencesLegales(database.schema);
  await createElement(database.schema);
  await createPaliers(database.schema);
  await createFaits(database.schema);
  await createOrientations(database.schema);
  await createPolitiques(database.schema);
  await createPartenariat(database.schema);
}

/** Every closed list has a code, the rank the text gives it, and a citation. */
function createList(schema: SchemaModule, table: string): CreateTableBuilder<string, string> {
  return schema
    .createTable(table)
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('provenance', 'jsonb', (column) => column.notNull());
}

async function createReferencesLegales(schema: SchemaModule): Promise<void> {
  await createList(schema, 'reference_legale')
    .addColumn('loi', 'text', (column) => column.notNull())
    .addColumn('article', 'text')
    .addColumn('articles', sql`text[]`, (column) => column.notNull())
    .addColumn('fonde', 'text', (column) => column.notNull())
    .addColumn('concerne', 'text')
    .addColumn('note', 'text')
    .addColumn('standards', sql`text[]`, (column) => column.notNull())
    .execute();
}

async function createElement(schema: SchemaModule): Promise<void> {
  await createList(schema, 'element')
    .addColumn('liste', 'text', (column) => column.notNull())
    // What an element is part of lives in several tables: no foreign key can hold it, a test does.
    .addColumn('parent_code', 'text')
    .addColumn('groupe', 'text')
    .addColumn('enonce', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('precisions', sql`text[]`, (column) => column.notNull())
    .addColumn('non_dit', 'boolean', (column) => column.notNull())
    .addColumn('reference_code', 'text', (column) => column.references('reference_legale.code'))
    .execute();
  await schema.createIndex('element_parent').on('element').column('parent_code').execute();
  await schema.createIndex('element_liste').on('element').column('liste').execute();
}

async function createPaliers(schema: SchemaModule): Promise<void> {
  await createList(schema, 'palier')
    .addColumn('niveau', 'text', (column) => column.notNull().unique())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .execute();
  await createList(schema, 'mandat')
    .addColumn('palier_code', 'text', (column) => column.notNull().references('palier.code'))
    .addColumn('enonce', 'text', (column) => column.notNull())
    .execute();
}

async function createFaits(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('obligation')
    .addColumn('code', 'text', (column) => column.primaryKey().references('element.code'))
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('paliers', sql`text[]`, (column) => column.notNull())
    .addColumn('autres_acteurs', sql`text[]`, (column) => column.notNull())
    .addColumn('acteur_infere', 'boolean', (column) => column.notNull())
    .execute();
  await createList(schema, 'chiffre')
    .addColumn('parent_code', 'text')
    .addColumn('libelle', 'text', (column) => column.notNull())
    .addColumn('valeur', 'double precision')
    .addColumn('valeurs', sql`double precision[]`, (column) => column.notNull())
    .addColumn('unite', 'text')
    .addColumn('comparateur', 'text')
    .addColumn('declencheur', 'text')
    .addColumn('echeance', 'text')
    .addColumn('part_annoncee', 'text')
    .addColumn('note', 'text')
    .addColumn('decompte', 'text')
    .execute();
  await createList(schema, 'livrable')
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('etat', 'text', (column) => column.notNull())
    .execute();
  await createList(schema, 'document_cite')
    .addColumn('reference', 'text', (column) => column.notNull())
    .execute();
}

async function createOrientations(schema: SchemaModule): Promise<void> {
  await createList(schema, 'orientation')
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('titre_sommaire', 'text', (column) => column.notNull())
    .addColumn('objet', 'text', (column) => column.notNull())
    .addColumn('provenance_sommaire', 'jsonb', (column) => column.notNull())
    .execute();
  await createList(schema, 'principe')
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('reference_code', 'text', (column) => column.references('reference_legale.code'))
    .execute();
  await createList(schema, 'role_clsc')
    .addColumn('sigle', 'text', (column) => column.notNull().unique())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('nom_section', 'text', (column) => column.notNull())
    .addColumn('definit_code', 'text', (column) => column.notNull().references('mandat.code'))
    .addColumn('incarne_code', 'text', (column) => column.notNull().references('mandat.code'))
    .addColumn('provenance_sommaire', 'jsonb', (column) => column.notNull())
    .execute();
  await createList(schema, 'arrimage')
    .addColumn('avec', 'text', (column) => column.notNull())
    .addColumn('mode', 'text')
    .addColumn('role_code', 'text', (column) => column.notNull().references('role_clsc.code'))
    .addColumn('palier_code', 'text', (column) => column.references('palier.code'))
    .addColumn('reference_code', 'text', (column) => column.references('reference_legale.code'))
    .addColumn('critere_code', 'text', (column) => column.references('chiffre.code'))
    .addColumn('seuil_code', 'text', (column) => column.references('chiffre.code'))
    .execute();
}

async function createPolitiques(schema: SchemaModule): Promise<void> {
  await createList(schema, 'politique')
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('statut', 'text')
    .execute();
  await createList(schema, 'axe_politique')
    .addColumn('politique_code', 'text', (column) => column.notNull().references('politique.code'))
    .addColumn('titre', 'text', (column) => column.notNull())
    .execute();
  await createList(schema, 'orientation_politique')
    .addColumn('axe_code', 'text', (column) => column.notNull().references('axe_politique.code'))
    .addColumn('titre', 'text', (column) => column.notNull())
    .addColumn('themes', sql`text[]`, (column) => column.notNull())
    .execute();
  await createList(schema, 'modification_recommandee')
    .addColumn('axe_code', 'text', (column) => column.notNull().references('axe_politique.code'))
    .addColumn('type', 'text', (column) =>
      column.notNull().check(sql`type in ('PRECISER', 'MODIFIER', 'INCLURE', 'BONIFIER')`),
    )
    .addColumn('enonce', 'text', (column) => column.notNull())
    .addColumn('orientations', sql`text[]`, (column) => column.notNull())
    .addColumn('statut', 'text', (column) => column.notNull().check(sql`statut = 'RECOMMANDATION'`))
    .execute();
}

async function createPartenariat(schema: SchemaModule): Promise<void> {
  await createList(schema, 'domaine_partenariat')
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('visee', 'text', (column) => column.notNull())
    .execute();
  await createList(schema, 'recommandation')
    .addColumn('domaine_code', 'text', (column) => column.notNull().references('domaine_partenariat.code'))
    .addColumn('palier_code', 'text', (column) => column.notNull().references('palier.code'))
    .addColumn('enonce', 'text', (column) => column.notNull())
    .addColumn('prioritaire', 'boolean', (column) => column.notNull())
    .addColumn('intention', 'text', (column) => column.notNull())
    .addColumn('statut', 'text', (column) => column.notNull().check(sql`statut = 'RECOMMANDATION'`))
    .addColumn('note', 'text')
    .execute();
}
