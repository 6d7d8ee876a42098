import { type Kysely, sql } from 'kysely';

interface Figures {
  readonly valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
}
type Tables = Record<'mesure' | 'mesure_histoire' | 'ligne_reddition' | 'ligne_reddition_histoire', Figures>;

/**
 * What stands for a value stands for its fraction too. Acts of before could give one beside it, which was published: it is
 * taken out of what is read, now and of then. The journal keeps it.
 */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const table of ['mesure', 'ligne_reddition'] as const) {
    await clear(database, table);
    if (await isRemembered(database, table)) await clear(database, `${table}_histoire`);
    await database.schema
      .alterTable(table)
      .addCheckConstraint(
        `${table}_figures_seules`,
        sql`valeur is not null or (numerateur is null and denominateur is null)`,
      )
      .execute();
  }
}

const clear = (database: Kysely<Tables>, table: keyof Tables) =>
  database
    .updateTable(table)
    .set({ numerateur: null, denominateur: null })
    .where('valeur', 'is', null)
    .where(({ or, eb }) => or([eb('numerateur', 'is not', null), eb('denominateur', 'is not', null)]))
    .execute();

async function isRemembered(database: Kysely<Tables>, table: string): Promise<boolean> {
  const past = `etablissements.${table}_histoire`;
  const { rows } = await sql<{ made: boolean }>`select to_regclass(${past}) is not null as made`.execute(
    database,
  );
  return rows[0]?.made === true;
}
