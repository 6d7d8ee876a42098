import type { Kysely } from 'kysely';

/** Whether a consolidation was made of a closed campagne: those of before are made once more, whatever their clocks said. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('consolidation')
    .addColumn('fermee', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
}
