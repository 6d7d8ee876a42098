import { anyOf } from '@palier/runtime/database';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { CanevasTable } from '../../tables/canevas.table.ts';

/** One value to expect: an exigence, one of its volets (empty when it has none), and how often. */
export interface ExpectedCell {
  readonly exigence: string;
  readonly volet: string;
  readonly indicateur: string;
  readonly frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
}

const COLUMNS = ['code', 'version', 'exercice', 'nature', 'provenance'] as const;

export function listCanevas(database: Kysely<Tables>, bounds: PageBounds) {
  return inBounds(database.selectFrom('canevas').select(COLUMNS), bounds, sql.ref('code')).execute();
}

export function countCanevas(database: Kysely<Tables>): Promise<number> {
  return countOf(database.selectFrom('canevas'));
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
  return findCellsByCanevas(database, [canevas]);
}

export function findCellsByCanevas(
  database: Kysely<Tables>,
  codes: readonly string[],
): Promise<(ExpectedCell & { readonly canevas: string })[]> {
  return database
    .selectFrom('canevas_indicateur')
    .innerJoin('indicateur', 'indicateur.code', 'canevas_indicateur.indicateur_code')
    .innerJoin('indicateur_exigence', 'indicateur_exigence.indicateur_code', 'indicateur.code')
    .select([
      'indicateur_exigence.exigence_code as exigence',
      'indicateur_exigence.volet as volet',
      'indicateur.code as indicateur',
      'indicateur.frequence as frequence',
      'canevas_indicateur.canevas_code as canevas',
    ])
    .where('canevas_indicateur.canevas_code', '=', anyOf(codes))
    .where(({ or, not, exists, selectFrom }) => {
      const named = selectFrom('canevas_exigence as named')
        .select('named.exigence_code')
        .whereRef('named.canevas_code', '=', 'canevas_indicateur.canevas_code');
      // A canevas that names none asks for all that its indicateurs put to work.
      return or([
        not(exists(named)),
        exists(named.whereRef('named.exigence_code', '=', 'indicateur_exigence.exigence_code')),
      ]);
    })
    .orderBy('indicateur_exigence.exigence_code')
    .orderBy('indicateur_exigence.volet')
    .execute();
}

/** The version published last for an exercice; 0 when there is none. */
export async function findCurrentVersion(database: Kysely<Tables>, exercice: string): Promise<number> {
  const { version } = await database
    .selectFrom('canevas')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('exercice', '=', exercice)
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

/** The exigences that each indicateur puts to work. */
export function findCoverage(database: Kysely<Tables>, indicateurs: readonly string[]) {
  return database
    .selectFrom('indicateur_exigence')
    .select(['indicateur_code as indicateur', 'exigence_code as exigence'])
    .distinct()
    .where('indicateur_code', '=', anyOf(indicateurs))
    .execute();
}

/** Why no indicateur puts these exigences to work. */
export function findRefusals(database: Kysely<Tables>, exigences: readonly string[]) {
  return database
    .selectFrom('indicateur_refuse')
    .innerJoin(
      sql<{ exigence: string }>`unnest(${[...exigences]}::text[])`.as<'asked'>(sql`asked(exigence)`),
      (join) => join.on(sql<boolean>`asked.exigence = any(indicateur_refuse.exigences)`),
    )
    .select(['asked.exigence', 'indicateur_refuse.motif'])
    .execute();
}

export async function insertCanevas(
  database: Kysely<Tables>,
  row: CanevasTable,
  {
    indicateurs,
    exigences,
  }: { readonly indicateurs: readonly string[]; readonly exigences: readonly string[] },
): Promise<void> {
  // One statement: one turn to the database, whatever the canevas asks.
  await database
    .with('fait', (fact) => fact.insertInto('canevas').values(row).returning('code'))
    .with('par_indicateur', (fact) =>
      fact
        .insertInto('canevas_indicateur')
        .values(indicateurs.map((code) => ({ canevas_code: row.code, indicateur_code: code }))),
    )
    .insertInto('canevas_exigence')
    .values(exigences.map((code) => ({ canevas_code: row.code, exigence_code: code })))
    .execute();
}
