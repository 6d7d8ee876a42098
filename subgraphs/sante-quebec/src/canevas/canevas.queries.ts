import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface CanevasTable {
  code: string;
  version: number;
  exercice: string;
  nature: 'OFFICIEL' | 'DEMONSTRATION';
  provenance: ProvenanceRow;
}

export interface CanevasIndicateurTable {
  canevas_code: string;
  indicateur_code: string;
}

/** One value to expect: an exigence, one of its volets (empty when it has none), and how often. */
export interface ExpectedCell {
  readonly exigence: string;
  readonly volet: string;
  readonly indicateur: string;
  readonly frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
}

const COLUMNS = ['code', 'version', 'exercice', 'nature', 'provenance'] as const;

export function listCanevas(
  database: Kysely<Tables>,
  page: { readonly afterKey: string | undefined; readonly limit: number },
) {
  return database
    .selectFrom('canevas')
    .select(COLUMNS)
    .$if(page.afterKey !== undefined, (query) => query.where('code', '>', page.afterKey ?? ''))
    .orderBy('code')
    .limit(page.limit)
    .execute();
}

export async function countCanevas(database: Kysely<Tables>): Promise<number> {
  const { count } = await database
    .selectFrom('canevas')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function findCanevasByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('canevas').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findIndicateursByCanevas(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('canevas_indicateur')
    .innerJoin('indicateur', 'indicateur.code', 'canevas_indicateur.indicateur_code')
    .selectAll('indicateur')
    .select('canevas_indicateur.canevas_code')
    .where('canevas_indicateur.canevas_code', '=', anyOf(codes))
    .orderBy('indicateur.code')
    .execute();
}

export function listExpectedCells(database: Kysely<Tables>, canevas: string): Promise<ExpectedCell[]> {
  return database
    .selectFrom('canevas_indicateur')
    .innerJoin('indicateur', 'indicateur.code', 'canevas_indicateur.indicateur_code')
    .innerJoin('indicateur_exigence', 'indicateur_exigence.indicateur_code', 'indicateur.code')
    .select([
      'indicateur_exigence.exigence_code as exigence',
      'indicateur_exigence.volet as volet',
      'indicateur.code as indicateur',
      'indicateur.frequence as frequence',
    ])
    .where('canevas_indicateur.canevas_code', '=', canevas)
    .orderBy('indicateur_exigence.exigence_code')
    .orderBy('indicateur_exigence.volet')
    .execute();
}
