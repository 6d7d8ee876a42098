import { type Kysely, sql } from 'kysely';

/** Versions that are submitted together have one instant: the number of the act says which of them came last. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const table of ['reddition', 'reddition_histoire']) {
    if (!(await isThere(database, table))) continue;
    await database.schema.alterTable(table).addColumn('soumise_par', 'bigint').execute();
    // A folder that begins has no journal yet.
    if (await isThere(database, 'journal')) await number(database as Kysely<Numbered>, table);
  }
}

interface Numbered {
  readonly [table: string]: { soumise_par: string };
}

async function number(database: Kysely<Numbered>, table: string): Promise<void> {
  await database
    .updateTable(table)
    .from('journal')
    .set({ soumise_par: sql.ref('journal.numero') })
    .where(
      sql<boolean>`journal.nature = 'soumettreReddition' and ${sql.ref(`${table}.soumise_le`)} is not null`,
    )
    .where(
      sql<boolean>`${sql.ref(`${table}.id`)} = concat(journal.contenu::jsonb ->> 'campagne', ':', journal.etablissement, ':V', journal.contenu::jsonb ->> 'version')`,
    )
    .execute();
}

async function isThere(database: Kysely<unknown>, table: string): Promise<boolean> {
  const { rows } = await sql<{
    made: boolean;
  }>`select to_regclass(${`etablissements.${table}`}) is not null as made`.execute(database);
  return rows[0]?.made === true;
}
