import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export const DESIGNATION_COLUMNS = [
  'id',
  'territoire_code',
  'etablissement_code',
  'designee_le',
  'delegation_le',
  'delegation_etablissement_code',
  'en_fonction_depuis',
  'fin_le',
  'provenance',
] as const;

/** The designations in function: at most one a territory, by a unique index. */
export function findDesignationsEnFonction(database: Kysely<Tables>, territoires: readonly string[]) {
  return database
    .selectFrom('designation')
    .select(DESIGNATION_COLUMNS)
    .where('territoire_code', '=', anyOf(territoires))
    .where('en_fonction_depuis', 'is not', null)
    .where('fin_le', 'is', null)
    .execute();
}
