import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { CodeFonction } from './fonction-etablissement.type.ts';

export interface FonctionEtablissementTable {
  id: string;
  etablissement_code: string;
  fonction: CodeFonction;
  depuis: string;
  fin_le: string | null;
  provenance: ProvenanceRow;
}

/** The functions now exercised in each établissement: at most one holder of each, by a unique index. */
export function findFonctionsEnCours(database: Kysely<Tables>, etablissements: readonly string[]) {
  return database
    .selectFrom('fonction_etablissement')
    .select(['id', 'etablissement_code', 'fonction', 'depuis', 'fin_le', 'provenance'])
    .where('etablissement_code', '=', anyOf(etablissements))
    .where('fin_le', 'is', null)
    .execute();
}
