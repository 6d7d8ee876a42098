import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The functions now exercised in each établissement: at most one holder of each, by a unique index. */
export function findFonctionsEnCours(database: Kysely<Tables>, etablissements: readonly string[]) {
  return database
    .selectFrom('fonction_etablissement')
    .select(['id', 'etablissement_code', 'fonction', 'depuis', 'fin_le', 'provenance'])
    .where('etablissement_code', '=', anyOf(etablissements))
    .where('fin_le', 'is', null)
    .execute();
}
