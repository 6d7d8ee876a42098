import { type Kysely, sql } from 'kysely';

type Tables = Record<'ligne_reddition' | 'ligne_reddition_histoire', { readonly volet: string | null }>;

/**
 * A volet has a name, or there is none. Acts of before could name one by an empty text, beside the cell that it was of: such a
 * line could not be submitted, and is taken out of what is read, now and of then. The journal keeps it.
 */
export async function up(database: Kysely<Tables>): Promise<void> {
  await database.deleteFrom('ligne_reddition').where('volet', '=', '').execute();
  if (await isRemembered(database))
    await database.deleteFrom('ligne_reddition_histoire').where('volet', '=', '').execute();
  await database.schema
    .alterTable('ligne_reddition')
    .addCheckConstraint('ligne_reddition_volet_check', sql`volet in ('en personne', 'par téléphone')`)
    .execute();
}

async function isRemembered(database: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{
    made: boolean;
  }>`select to_regclass('etablissements.ligne_reddition_histoire') is not null as made`.execute(database);
  return rows[0]?.made === true;
}
