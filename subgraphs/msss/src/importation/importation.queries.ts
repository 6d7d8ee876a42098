import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ImportationTable } from '../../tables/importation.table.ts';

export type Genre = ImportationTable['genre'];

const COLUMNS = [
  'acte',
  'genre',
  'version',
  'fichier',
  'octets',
  'empreinte',
  'comptes',
  'importe_par',
  'importe_le',
] as const;

/** Which imports: all of them, or those of one genre. */
export interface ImportationChoice {
  readonly genre: Genre | null;
}

/** The last ones first. */
export function listImportations(database: Kysely<Tables>, { genre }: ImportationChoice, page: PageBounds) {
  return database
    .selectFrom('importation')
    .select(COLUMNS)
    .$call((importations) => whereGiven(importations, { genre }))
    .$if(page.afterKey !== undefined, (query) => query.where('acte', '<', Number(page.afterKey)))
    .orderBy('acte', 'desc')
    .limit(page.limit)
    .execute();
}

export function countImportations(database: Kysely<Tables>, { genre }: ImportationChoice): Promise<number> {
  return countOf(whereGiven(database.selectFrom('importation'), { genre }));
}

export function findLastImportation(
  database: Kysely<Tables>,
  genre: Genre,
): Promise<ImportationTable | undefined> {
  return database
    .selectFrom('importation')
    .select(COLUMNS)
    .where('genre', '=', genre)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertImportation(database: Kysely<Tables>, row: ImportationTable): Promise<void> {
  await database
    .insertInto('importation')
    .values({ ...row, comptes: JSON.stringify(row.comptes) as never })
    .execute();
}
