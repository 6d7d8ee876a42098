import { type Loader, defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import type { Context } from '../tables.ts';
import { type Catalogue, type CatalogueRow, findCatalogueBy, listCatalogue } from './catalogue.queries.ts';

/** How a closed list is read: whole, by code, or gathered under what its rows belong to. */
export interface CatalogueLoaders<Row extends CatalogueRow, Value> {
  list(context: Context): Promise<Value[]>;
  readonly byCode: Loader<string, Value | null>;
  /** The rows under each value of a column, in the order of the text. */
  groupedBy(column: keyof Row & string): Loader<string, Value[]>;
}

/** Declares the loaders of a closed list; each batch is one SQL statement. */
export function defineCatalogue<Row extends CatalogueRow, Value>(
  catalogue: Catalogue<Row>,
  toValue: (row: Row) => Value,
): CatalogueLoaders<Row, Value> {
  return {
    list: async ({ database }) => (await listCatalogue(database, catalogue)).map(toValue),
    byCode: defineLoader(async ({ database }: Context, codes) => {
      const rows = await findCatalogueBy(database, catalogue, 'code', codes);
      return inKeyOrder(codes, rows, ({ code }) => code).map((row) => row && toValue(row));
    }),
    groupedBy: (column) =>
      defineLoader(async ({ database }: Context, keys) => {
        const rows = await findCatalogueBy(database, catalogue, column, keys);
        return groupedByKey(keys, rows, (row) => String(row[column])).map((group) => group.map(toValue));
      }),
  };
}
