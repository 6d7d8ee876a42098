import { type Kysely, sql } from 'kysely';

/** When the breakdown itself holds, which is not when it was known: no source dates it yet. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('territoire_clsc')
    .addColumn('valide_depuis', 'date')
    .addColumn('valide_jusqua', 'date', (column) => column.check(sql`valide_jusqua >= valide_depuis`))
    .execute();
}
