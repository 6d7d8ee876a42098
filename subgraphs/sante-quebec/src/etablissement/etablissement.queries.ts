import { anyOf } from '@palier/runtime/database';
import { whereGiven } from '@palier/runtime/narrowing';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { EtablissementTable } from '../../tables/etablissement.table.ts';

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
    .$call((etablissements) => whereGiven(etablissements, { categorie }))
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

/** The territories that a territorial établissement answers for: nobody owes an account of the others (mandate E11). */
export async function listOwingTerritoires(database: Kysely<Tables>): Promise<string[]> {
  const rows = await owing(database).select('territoire_code').orderBy('territoire_code').execute();
  return rows.map(({ territoire_code }) => territoire_code);
}

/** The codes of the établissements that owe an account: the territorial ones (mandate E11). */
export async function listOwingEtablissements(database: Kysely<Tables>): Promise<string[]> {
  const rows = await owing(database)
    .select('etablissement_code')
    .distinct()
    .orderBy('etablissement_code')
    .execute();
  return rows.map(({ etablissement_code }) => etablissement_code);
}

const owing = (database: Kysely<Tables>) =>
  database
    .selectFrom('responsabilite_territoire')
    .innerJoin('etablissement', 'etablissement.code', 'responsabilite_territoire.etablissement_code')
    .where('etablissement.categorie', '=', 'ETABLISSEMENT_TERRITORIAL');
