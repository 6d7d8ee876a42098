import type { Kysely } from 'kysely';

/** The lines whose figure the établissements withhold now: what was written of one of them when it was sent back may repeat it. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('ligne_retenue')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute();
}
