import type { Awaitable } from '@palier/runtime/awaitable';
import type { AbsenceValue } from '@palier/runtime/absence';
import type { ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineList, defineListUnder } from '@palier/runtime/list';
import { type Loader, defineLoader, inKeyOrder } from '@palier/runtime/loader';
import type { Order, OrderArgs, Orders } from '@palier/runtime/order';
import type { Counted } from '@palier/runtime/repartition';
import { owedIn, type Wanted } from '../absence/owed-in.ts';
import type { Owing } from '../absence/owed-there.loader.ts';
import type { Context, Reading } from '../tables.ts';
import {
  type AskedParent,
  type Belonging,
  type Compared,
  type Filter,
  type RankedRow,
  type TableListing,
  countByParents,
  countGroups,
  countGroupsByParents,
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
  page(
    context: Context,
    args: PageArgs & OrderArgs,
    filters?: readonly Narrowing[],
  ): Awaitable<ConnectionValue<Node>>;
  /** The page of each parent, batched: one statement however many parents. */
  under(parent: Belonging, ...narrowings: readonly Belonging[]): ListUnder<Node>;
}

/** Reads the page of one parent, narrowed to each value that is given. Raises PAGE_INVALIDE. */
type ListUnder<Node> = (
  context: Context,
  parent: string,
  args: PageArgs,
  narrowedTo?: readonly (string | null)[],
) => Awaitable<ConnectionValue<Node>>;

/** What is left out of a list, as one value: the column `holds: 'NONE'` of them; null for nothing. */
export const toLeftOut = (texts: readonly string[]): string | null =>
  texts.length === 0 ? null : `{${texts.map((text) => JSON.stringify(text)).join()}}`;

/** A filter that may be left out. */
type Narrowing = Omit<Filter, 'value'> & { readonly value: string | null };

/** What an order compares in the table, and how a shown row says it. */
export type ListingOrder<Node> = Compared & Pick<Order<Node>, 'valueOf'>;

interface ListingOptions<Row, Node> extends TableListing {
  readonly toNode: (row: Row) => Node;
  /** The value of the key column. */
  readonly keyOf: (node: Node) => string;
  /** What is missing when there is nothing at all, said for what the list is narrowed to. */
  readonly absence: AbsenceValue;
  /** What owes it, whole; each territory unless said. */
  readonly owing?: Owing;
  /** What else the rows may be in the order of; the first is the key. */
  readonly orders?: Readonly<Record<string, ListingOrder<Node>>>;
  /** How the groups of `dimensions` are said. */
  readonly counted?: Counted;
}

/** The columns that say where and when something is owed. */
const WANTED: Readonly<Record<string, keyof Wanted>> = {
  territoire_code: 'territoire',
  territoire_codes: 'territoire',
  rls_code: 'reseauLocal',
  rts_code: 'reseauTerritorial',
  rss_code: 'region',
  ruisss_code: 'ruisss',
  etablissement_code: 'etablissement',
  campagne: 'campagne',
};

/** What was narrowed to, for the absence: a filter that says neither where nor when sorts what is declared. */
const toWanted = (filters: readonly { readonly column: string; readonly value: string | null }[]): Wanted =>
  Object.fromEntries(
    filters.flatMap(({ column, value }) => (value === null ? [] : [[WANTED[column] ?? 'etat', value]])),
  );

/** Declares how one table is read: by key, as a list, and as the list of each parent. */
export function defineListing<Row, Node>(options: ListingOptions<Row, Node>): Listing<Node> {
  const { keyOf, absence, owing, counted } = options;
  // The columns asked for are those of Row: the query is built from the same listing.
  const toNode = (row: unknown): Node => options.toNode(row as Row);
  const readPage = defineList<readonly Filter[], Node>({
    name: options.table,
    find: async ({ database }: Reading, filters, bounds) =>
      (await findPage(database, options, filters, bounds)).map(toNode),
    count: ({ database }: Reading, filters) => countRows(database, options, filters),
    keyOf,
    ...(options.orders && { orders: toOrders(options.orders) }),
    ...(counted && {
      counted: {
        ...counted,
        groups: ({ database }: Reading, filters, asked) => countGroups(database, options, filters, asked),
      },
    }),
  });
  return {
    byKey: defineLoader<string, Node | null>(async ({ database }: Reading, keys) =>
      inKeyOrder(keys, (await findByKeys(database, options, keys)).map(toNode), keyOf),
    ),
    page: (context, args, narrowings = []) => {
      const filters = narrowings.filter((one): one is Filter => one.value !== null);
      return readPage(context, args, filters, {
        absence: () => owedIn(context, absence, toWanted(narrowings), owing),
      });
    },
    under: (parent, ...narrowings) => {
      const parentage = { parent, narrowings };
      const readUnder = defineListUnder<AskedParent, RankedRow, Node>({
        name: `${options.table}.${parent.column}`,
        find: ({ database }: Reading, pages) => findPagesByParents(database, options, parentage, pages),
        count: ({ database }: Reading, parents) => countByParents(database, options, parentage, parents),
        toNode,
        keyOf,
        counted: counted && {
          ...counted,
          groups: ({ database }: Reading, parents, par) =>
            countGroupsByParents(database, options, parentage, parents, par),
        },
      });
      return (context, parentValue, args, narrowedTo = []) => {
        const narrowed = narrowings.map(({ column }, place) => ({
          column,
          value: narrowedTo[place] ?? null,
        }));
        const place = WANTED[parent.column];
        const wanted = { ...toWanted(narrowed), ...(place !== undefined && { [place]: parentValue }) };
        // What is left out may change from a page to the next: a cursor goes on.
        const chosen = narrowedTo.filter((_, place) => narrowings[place]?.holds !== 'NONE');
        return readUnder(
          context,
          args,
          { parent: parentValue, narrowedTo },
          {
            absence: () => owedIn(context, absence, wanted, owing),
            cursorOf: { parent: parentValue, narrowedTo: chosen },
          },
        );
      };
    },
  };
}

function toOrders<Node>(orders: Readonly<Record<string, ListingOrder<Node>>>): Orders<Node> {
  return Object.fromEntries(
    Object.entries(orders).map(([name, { by, valueOf }]) => [
      name,
      { kind: by === 'BYTES' ? 'TEXT' : 'NUMBER', valueOf },
    ]),
  );
}
