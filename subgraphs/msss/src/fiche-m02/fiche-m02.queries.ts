import { anyOf } from '@palier/runtime/database';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Where the files of M02 are kept. */
export type TableM02 = 'installation_publiee' | 'etablissement_publie';

const COLUMNS = [
  'code',
  'nom',
  'territoire_code',
  'etablissement_code',
  'fiche',
  'retire_le',
  'provenance',
] as const;

/** Which rows of a register: each code that is given narrows the list; those that were withdrawn are told apart. */
export interface FicheChoice {
  readonly territoire: string | null;
  readonly etablissement: string | null;
  readonly retirees: boolean;
}

export function listAllFiches(database: Kysely<Tables>, table: TableM02) {
  return database.selectFrom(table).select(['code', 'fiche', 'retire_le']).execute();
}

export function findFichesByCodes(database: Kysely<Tables>, table: TableM02, codes: readonly string[]) {
  return database.selectFrom(table).select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

/** The installations that are published now, of some territories. */
export function findInstallationsByTerritoires(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('installation_publiee')
    .select(COLUMNS)
    .where('territoire_code', '=', anyOf(codes))
    .where('retire_le', 'is', null)
    .orderBy('code')
    .execute();
}

export function listFiches(
  database: Kysely<Tables>,
  table: TableM02,
  choice: FicheChoice,
  bounds: PageBounds,
) {
  return inBounds(chosen(database, table, choice).select(COLUMNS), bounds, sql.ref('code')).execute();
}

export function countFiches(database: Kysely<Tables>, table: TableM02, choice: FicheChoice): Promise<number> {
  return countOf(chosen(database, table, choice));
}

function chosen(
  database: Kysely<Tables>,
  table: TableM02,
  { territoire, etablissement, retirees }: FicheChoice,
) {
  return database
    .selectFrom(table)
    .where('retire_le', retirees ? 'is not' : 'is', null)
    .$call((fiches) =>
      whereGiven(fiches, { territoire_code: territoire, etablissement_code: etablissement }),
    );
}

export async function withdrawFiches(
  database: Kysely<Tables>,
  table: TableM02,
  codes: readonly string[],
  jour: string,
): Promise<void> {
  if (codes.length > 0)
    await database.updateTable(table).set({ retire_le: jour }).where('code', '=', anyOf(codes)).execute();
}
