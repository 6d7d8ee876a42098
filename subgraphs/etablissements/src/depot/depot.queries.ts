import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** What the files of an établissement are named with: drawn at first need, and the same from then on. */
export async function openSecret(database: Kysely<Tables>, etablissement: string): Promise<string> {
  const secret = database
    .selectFrom('secret_depot')
    .select('cle')
    .where('etablissement_code', '=', etablissement);
  const known = await secret.executeTakeFirst();
  if (known !== undefined) return known.cle;
  await database.transaction().execute(async (transaction) => {
    // A row is written for the établissement that it names alone.
    await sql`select set_config('palier.etablissement', ${etablissement}, true)`.execute(transaction);
    // Of two programs that draw at once, one is believed by both.
    await transaction
      .insertInto('secret_depot')
      .values({ etablissement_code: etablissement, cle: randomBytes(32).toString('hex') })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return (await secret.executeTakeFirstOrThrow()).cle;
}
