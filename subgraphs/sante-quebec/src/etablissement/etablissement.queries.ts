import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface EtablissementTable {
  code: string;
  nom: string;
  abrege: string | null;
  categorie:
    'ETABLISSEMENT_TERRITORIAL' | 'AUTRE_QUE_TERRITORIAL' | 'REGROUPE' | 'HORS_SANTE_QUEBEC_NORDIQUE';
  type: string;
  sante_quebec: boolean;
  provenance_sante_quebec: ProvenanceRow;
  rattache_a: string | null;
  provenance_rattachement: ProvenanceRow | null;
  rts_code: string | null;
  rss_code: string;
  siege: string | null;
  siege_territoire_code: string | null;
  provenance: ProvenanceRow;
}

/** Which établissement answers for which territory: this level's own fact. */
export interface ResponsabiliteTerritoireTable {
  territoire_code: string;
  rts_code: string;
  etablissement_code: string;
  provenance: ProvenanceRow;
}

const COLUMNS = [
  'code',
  'nom',
  'abrege',
  'categorie',
  'type',
  'sante_quebec',
  'provenance_sante_quebec',
  'rattache_a',
  'provenance_rattachement',
  'rts_code',
  'rss_code',
  'siege',
  'siege_territoire_code',
  'provenance',
] as const;

const RESPONSABILITE_COLUMNS = ['territoire_code', 'rts_code', 'etablissement_code', 'provenance'] as const;

export function listEtablissements(
  database: Kysely<Tables>,
  categorie: EtablissementTable['categorie'] | null,
) {
  return database
    .selectFrom('etablissement')
    .select(COLUMNS)
    .$if(categorie !== null, (query) => query.where('categorie', '=', categorie as typeof categorie & string))
    .orderBy('code')
    .execute();
}

export function findEtablissementsByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('etablissement').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findEtablissementsByRts(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('etablissement').select(COLUMNS).where('rts_code', '=', anyOf(codes)).execute();
}

export function findResponsabilitesByTerritoires(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('responsabilite_territoire')
    .select(RESPONSABILITE_COLUMNS)
    .where('territoire_code', '=', anyOf(codes))
    .execute();
}

export function findResponsabilitesByEtablissements(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('responsabilite_territoire')
    .select(RESPONSABILITE_COLUMNS)
    .where('etablissement_code', '=', anyOf(codes))
    .orderBy('territoire_code')
    .execute();
}

export async function listTerritoireCodes(database: Kysely<Tables>): Promise<string[]> {
  const rows = await database
    .selectFrom('responsabilite_territoire')
    .select('territoire_code')
    .orderBy('territoire_code')
    .execute();
  return rows.map(({ territoire_code }) => territoire_code);
}
