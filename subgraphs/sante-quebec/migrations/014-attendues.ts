import type { Kysely } from 'kysely';

/** What is asked of periods that are not over is expected, and absent of nothing. What was counted before tells none of it apart. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('bilan_territoire')
    .addColumn('attendues', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
