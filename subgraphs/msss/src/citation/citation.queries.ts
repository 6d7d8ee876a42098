import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What each standard says. */
export function listEnoncesOfStandards(database: Kysely<Tables>) {
  return database.selectFrom('standard').select(['code', 'enonce']).execute();
}
