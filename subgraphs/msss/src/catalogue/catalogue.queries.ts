import { anyOf } from '@palier/runtime/database';
import { tablesOf } from '@palier/runtime/tables-of';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** What every closed list of the texts has: a code, and the rank the text gives it. */
export interface CatalogueRow {
  readonly code: string;
  readonly rang: number;
}

/** One closed list: its table, and its columns by name. */
export interface Catalogue<Row extends CatalogueRow> {
  readonly table: keyof Tables;
  readonly columns: readonly (keyof Row & string)[];
}

type AnyRow = Record<string, unknown>;

export function listCatalogue<Row extends CatalogueRow>(
  database: Kysely<Tables>,
  { table, columns }: Catalogue<Row>,
): Promise<Row[]> {
  return untyped(database)
    .selectFrom(table)
    .select([...columns])
    .orderBy('rang')
    .execute() as Promise<Row[]>;
}

/** The rows whose column holds one of the values. */
export function findCatalogueBy<Row extends CatalogueRow>(
  database: Kysely<Tables>,
  { table, columns }: Catalogue<Row>,
  column: keyof Row & string,
  values: readonly string[],
): Promise<Row[]> {
  return untyped(database)
    .selectFrom(table)
    .select([...columns])
    .where(sql<boolean>`${sql.ref(column)} = ${anyOf(values)}`)
    .orderBy('rang')
    .execute() as Promise<Row[]>;
}

/** A catalogue's columns are known by its own row type; Kysely cannot follow a table chosen at run time. */
function untyped(database: Kysely<Tables>): Kysely<Record<string, AnyRow>> {
  return tablesOf<Record<string, AnyRow>>(database);
}
