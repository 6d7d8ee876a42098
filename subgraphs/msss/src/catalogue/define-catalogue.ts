import type { Awaitable } from '@palier/runtime/awaitable';
import { type Loader, defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import type { Context, Reading } from '../tables.ts';
import { type Catalogue, type CatalogueRow, findCatalogueBy, listCatalogue } from './catalogue.queries.ts';

/** How a closed list is read: whole, by code, or gathered under what its rows belong to. */
export interface CatalogueLoaders<Row extends CatalogueRow, Value> {
  list(context: Context): Awaitable<Value[]>;
  readonly byCode: Loader<string, Value | null>;
  /** The rows under each value of a column, in the order of the text. */
  groupedBy(column: keyof Row & string): Loader<string, Value[]>;
}

/** Declares the loaders of a closed list; each batch is one SQL statement. */
export function defineCatalogue<Row extends CatalogueRow, Value>(
  catalogue: Catalogue<Row>,
  toValue: (row: Row) => Value,
): CatalogueLoaders<Row, Value> {
  const readAll = defineReading<'tous', Value[]>(async ({ database }: Reading) =>
    (await listCatalogue(database, catalogue)).map(toValue),
  );
  return {
    list: (context) => readAll(context, 'tous'),
    byCode: defineLoader(async ({ database }: Reading, codes) => {
      const rows = await findCatalogueBy(database, catalogue, 'code', codes);
      return inKeyOrder(codes, rows, ({ code }) => code).map((row) => row && toValue(row));
    }),
    groupedBy: (column) =>
      defineLoader(async ({ database }: Reading, keys) => {
        const rows = await findCatalogueBy(database, catalogue, column, keys);
        return groupedByKey(keys, rows, (row) => String(row[column])).map((group) => group.map(toValue));
      }),
  };
}
