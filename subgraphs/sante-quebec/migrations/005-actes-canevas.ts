import type { Kysely } from 'kysely';

/** Which exigences a canevas asks for, among those its indicateurs put to work; none named is all of them. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('canevas_exigence')
    .addColumn('canevas_code', 'text', (column) =>
      column.notNull().references('canevas.code').onDelete('cascade'),
    )
    .addColumn('exigence_code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('canevas_exigence_pk', ['canevas_code', 'exigence_code'])
    .execute();
}
