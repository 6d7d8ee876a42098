import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('arrimage')
    // The rows of birth, loaded right after, say which mandates.
    .addColumn('mandats', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .execute();
}
