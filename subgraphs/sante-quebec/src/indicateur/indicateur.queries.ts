import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

const COLUMNS = ['code', 'nom', 'unite', 'direction', 'regle', 'frequence', 'volets', 'provenance'] as const;

export function listIndicateurs(database: Kysely<Tables>) {
  return database.selectFrom('indicateur').select(COLUMNS).orderBy('code').execute();
}

export function findIndicateursByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('indicateur').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findExigencesByIndicateurs(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('indicateur_exigence')
    .select(['indicateur_code', 'exigence_code'])
    .distinct()
    .where('indicateur_code', '=', anyOf(codes))
    .orderBy('exigence_code')
    .execute();
}

export function findIndicateursByExigences(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('indicateur_exigence')
    .innerJoin('indicateur', 'indicateur.code', 'indicateur_exigence.indicateur_code')
    .select(COLUMNS)
    .select('indicateur_exigence.exigence_code')
    .distinctOn('indicateur_exigence.exigence_code')
    .where('indicateur_exigence.exigence_code', '=', anyOf(codes))
    .execute();
}
