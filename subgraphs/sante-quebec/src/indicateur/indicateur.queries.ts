import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface IndicateurTable {
  code: string;
  nom: string;
  unite: string;
  direction: 'PLUS_BAS_MIEUX' | 'PLUS_HAUT_MIEUX';
  regle: string;
  frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
  volets: string[];
  provenance: ProvenanceRow;
}

/** Which exigences an indicateur puts to work; `volet` is empty when the exigence has a single threshold. */
export interface IndicateurExigenceTable {
  indicateur_code: string;
  exigence_code: string;
  volet: string;
}

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
