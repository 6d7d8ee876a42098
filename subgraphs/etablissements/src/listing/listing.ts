import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { AbsenceValue } from '@palier/runtime/absence';
import {
  type ConnectionValue,
  type Page,
  type PageArgs,
  parsePage,
  toConnection,
} from '@palier/runtime/connection';
import { type Loader, defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import type { Context, Reading } from '../tables.ts';
import {
  type AskedParent,
  type Belonging,
  type Filter,
  type Parentage,
  type TableListing,
  countByParents,
  countRows,
  findByKeys,
  findPage,
  findPagesByParents,
} from './listing.queries.ts';

/** The rows of one table as the graph lists them. */
export interface Listing<Node> {
  /** One node by its key, batched. */
  readonly byKey: Loader<string, Node | null>;
  /** One page of what passes every filter given; a null value does not narrow. Raises PAGE_INVALIDE. */
  page(context: Context, args: PageArgs, filters?: readonly Narrowing[]): Awaitable<ConnectionValue<Node>>;
  /** The page of each parent, batched: one statement however many parents. */
  under(parent: Belonging, narrowing?: Belonging): ListUnder<Node>;
}

/** Reads the page of one parent, narrowed to a second value when it is given. Raises PAGE_INVALIDE. */
type ListUnder<Node> = (
  context: Context,
  parent: string,
  args: PageArgs,
  narrowedTo?: string | null,
) => Awaitable<ConnectionValue<Node>>;

/** A filter that may be left out. */
interface Narrowing extends Belonging {
  readonly value: string | null;
}

interface ListingOptions<Row, Node> extends TableListing {
  readonly toNode: (row: Row) => Node;
  /** The value of the key column. */
  readonly keyOf: (node: Node) => string;
  readonly absence: AbsenceValue;
}

interface PageAsked {
  readonly filters: readonly Filter[];
  readonly bounds: Parameters<typeof findPage>[3];
}

/** Declares how one table is read: by key, as a list, and as the list of each parent. */
export function defineListing<Row, Node>(options: ListingOptions<Row, Node>): Listing<Node> {
  const { keyOf, absence } = options;
  // The columns asked for are those of Row: the query is built from the same listing.
  const toNode = (row: unknown): Node => options.toNode(row as Row);
  const readPage = defineReading(async ({ database }: Reading, { filters, bounds }: PageAsked) =>
    (await findPage(database, options, filters, bounds)).map(toNode),
  );
  const readCount = defineReading(({ database }: Reading, filters: readonly Filter[]) =>
    countRows(database, options, filters),
  );
  return {
    byKey: defineLoader<string, Node | null>(async ({ database }: Reading, keys) =>
      inKeyOrder(keys, (await findByKeys(database, options, keys)).map(toNode), keyOf),
    ),
    page: (context, args, narrowings = []) => {
      const page = parsePage(options.table, args);
      const filters = narrowings.filter((one): one is Filter => one.value !== null);
      const bounds = { afterKey: page.afterKey, limit: page.first + 1 };
      const count = (): Awaitable<number> => readCount(context, filters);
      return chain(readPage(context, { filters, bounds }), (rows) =>
        toConnection({ page, rows, keyOf, count, absence }),
      );
    },
    under: (parent, narrowing) => {
      const parentage = narrowing === undefined ? { parent } : { parent, narrowing };
      const counts = defineCounts(options, parentage);
      const pages = definePages(options, parentage, toNode);
      return (context, parentValue, args, narrowedTo = null) => {
        const page = parsePage(options.table, args);
        const asked = { parent: parentValue, narrowedTo };
        const count = (): Awaitable<number> => counts.load(context, asked);
        return chain(pages.load(context, { ...asked, page }), (rows) =>
          toConnection({ page, rows, keyOf, count, absence }),
        );
      };
    },
  };
}

function definePages<Node>(
  listing: TableListing,
  parentage: Parentage,
  toNode: (row: unknown) => Node,
): Loader<AskedParent & { readonly page: Page }, Node[]> {
  return defineLoader(async ({ database }: Reading, asked) => {
    const pages = asked.map(({ parent, narrowedTo, page }) => ({
      parent,
      narrowedTo,
      afterKey: page.afterKey ?? null,
      limit: page.first + 1,
    }));
    const nodes: Node[][] = asked.map(() => []);
    for (const row of await findPagesByParents(database, listing, parentage, pages))
      nodes[row.rank - 1]?.push(toNode(row));
    return nodes;
  });
}

function defineCounts(listing: TableListing, parentage: Parentage): Loader<AskedParent, number> {
  return defineLoader(({ database }: Reading, asked) => countByParents(database, listing, parentage, asked));
}
