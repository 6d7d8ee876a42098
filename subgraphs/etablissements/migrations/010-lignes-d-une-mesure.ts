import type { Kysely } from 'kysely';

/** What each version says of a measure. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('ligne_reddition_par_mesure')
    .on('ligne_reddition')
    .columns(['mesure_id'])
    .execute();
}
