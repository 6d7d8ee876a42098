import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Every exigence that an indicateur puts to work, with that indicateur. */
export function listCoveredExigences(database: Kysely<unknown>) {
  return (database.withSchema('sante_quebec') as unknown as Kysely<Tables>)
    .selectFrom('indicateur_exigence')
    .select(['indicateur_code as indicateur', 'exigence_code as exigence'])
    .orderBy('indicateur_code')
    .orderBy('exigence_code')
    .execute();
}
