import { type Kysely, sql } from 'kysely';

/** Boundaries of the territories, as the ministry publishes them: the territories that a birth loaded stay as they are. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('limite_publiee')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('nom', 'text')
    .addColumn('fiche', 'jsonb', (column) => column.notNull())
    // GeoJSON, as it is answered; null when the file had no shapes.
    .addColumn('contour', 'text')
    .addColumn('points', 'integer', (column) => column.notNull().check(sql`points >= 0`))
    // Day of the import that no more gave it; null for what the last one gives.
    .addColumn('retire_le', 'date')
    .addColumn('provenance', 'jsonb', (column) => column.notNull())
    .execute();
}
