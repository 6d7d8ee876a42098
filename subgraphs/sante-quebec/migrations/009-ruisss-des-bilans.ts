import type { Kysely } from 'kysely';

/** The RUISSS that a consolidation read of each territory: null until the next one, for what was consolidated before. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('composition_territoire').addColumn('ruisss', 'text').execute();
}
