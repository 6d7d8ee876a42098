import { type Kysely, sql } from 'kysely';

/** What this level keeps of what Santé Québec publishes, to narrow its own lists. */
const COPIES = { etablissement_servant: 'territoire_codes', indicateur_comptant: 'exigence_codes' } as const;

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const [table, codes] of Object.entries(COPIES))
    await schema
      .createTable(table)
      .addColumn('code', sql`text collate "C"`, (column) => column.primaryKey())
      .addColumn(codes, sql`text[]`, (column) => column.notNull())
      .addColumn('provenance', 'jsonb', (column) => column.notNull())
      .execute();
}
