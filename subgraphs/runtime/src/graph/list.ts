import type { AbsenceValue } from '../vocabulary/absence.ts';
import { type Awaitable, chain } from '../base/awaitable.ts';
import { type ConnectionValue, type PageArgs, parsePage, toConnection } from './connection.ts';
import { type GroupsAsked, type RankedGroupRow, defineGroups } from './groups.ts';
import type { ReadingContext } from '../request/context.ts';
import { defineLoader, defineReading, toPages } from '../request/loader.ts';
import {
  type OrderArgs,
  type OrderAsked,
  type Orders,
  parseOrder,
  readPageStart,
  writePageStart,
} from './order.ts';
import { type Counted, type GroupRow, type RepartitionAsked, toGroupes } from './repartition.ts';
import { type Criterion, hasGiven, refuseUnknown } from './unknown-filter.ts';

/**
 * The rows of a page: those after a key or, in another order, after a place of it; and one more than the page shows, which
 * says whether another follows.
 */
export interface PageBounds {
  readonly afterKey: string | undefined;
  readonly limit: number;
  readonly order?: OrderAsked;
}

/** How a list is read: its page in one statement, and how many there are in all in another. */
export interface ListOptions<Choice, Node> {
  /** Its field: a cursor is of one list. */
  readonly name: string;
  find(context: ReadingContext, choice: Choice, bounds: PageBounds): Promise<Node[]>;
  count(context: ReadingContext, choice: Choice): Promise<number>;
  /** What the rows are in the order of. */
  readonly keyOf: (node: Node) => string;
  /** What else they may be in the order of, by the names of an enum whose first is the key's: `find` is then given `order`. */
  readonly orders?: Orders<Node>;
  /** What they may be counted by, and how: one statement. */
  readonly counted?: Counted & {
    groups(context: ReadingContext, choice: Choice, asked: RepartitionAsked): Promise<GroupRow[]>;
  };
}

/** What is missing when there is nothing at all. */
type Missing = AbsenceValue | (() => Awaitable<AbsenceValue>) | undefined;

/** What is said of a list besides its rows. */
interface ListSaid {
  readonly absence?: Missing;
  /** Codes that the list is narrowed to: one that nobody has is refused, rather than answered by nothing. */
  readonly criteria?: readonly Criterion[];
}

/** Reads one page of what was chosen. Raises PAGE_INVALIDE, and FILTRE_INVALIDE for a criterion that nobody has. */
export type List<Choice, Node> = (
  context: ReadingContext,
  args: PageArgs & OrderArgs,
  choice: Choice,
  said?: ListSaid,
) => Awaitable<ConnectionValue<Node>>;

/** Declares a list: what it reads is kept for other requests while the data last. */
export function defineList<Choice extends object, Node>(
  options: ListOptions<Choice, Node>,
): List<Choice, Node> {
  const { name, find, count, keyOf, orders, counted } = options;
  const readPage = defineReading((context, asked: { readonly choice: Choice; readonly bounds: PageBounds }) =>
    find(context, asked.choice, asked.bounds),
  );
  const readCount = defineReading((context, choice: Choice) => count(context, choice));
  const readGroups =
    counted &&
    defineReading(async (context, { choice, asked }: { choice: Choice; asked: RepartitionAsked }) =>
      toGroupes(await counted.groups(context, choice, asked), counted, asked),
    );
  return (context, args, choice, { absence, criteria = [] } = {}) => {
    const order = parseOrder(orders, args);
    // A cursor is of one list, narrowed in one way, in one order.
    const page = parsePage(name, args, order === undefined ? choice : { ...choice, ...order });
    const limit = page.first + 1;
    const bounds =
      order === undefined
        ? { afterKey: page.afterKey, limit }
        : { afterKey: undefined, limit, order: startAfter(order, page.afterKey, orders) };
    const read = (): Awaitable<Node[]> => readPage(context, { choice, bounds });
    const list = (rows: () => Awaitable<Node[]>): ConnectionValue<Node> =>
      toConnection({
        page,
        rows,
        keyOf: order === undefined ? keyOf : placeIn(order, orders, keyOf),
        count: () => readCount(context, choice),
        absence,
        repartition: readGroups && ((asked) => readGroups(context, { choice, asked })),
      });
    if (!hasGiven(criteria)) return list(read);
    return chain(
      chain(read(), (rows) => refuseUnknown(rows, criteria)),
      (rows) => list(() => rows),
    );
  };
}

function startAfter<Node>(
  order: OrderAsked,
  afterKey: string | undefined,
  orders: Orders<Node> | undefined,
): OrderAsked {
  if (afterKey === undefined) return order;
  return { ...order, after: readPageStart(orders![order.tri]!.kind, afterKey) };
}

const placeIn =
  <Node>({ tri }: OrderAsked, orders: Orders<Node> | undefined, keyOf: (node: Node) => string) =>
  (node: Node): string =>
    writePageStart(orders![tri]!.valueOf(node), keyOf(node));

/** The page of one of many parents; `limit` counts the row too many that says whether another page follows. */
export interface ParentBounds {
  readonly afterKey: string | null;
  readonly limit: number;
}

/** How the list of each parent is read: the pages of all in one statement, and how many rows each has in another. */
interface ListUnderOptions<Choice, Row, Node> {
  /** Its field: a cursor is of one list. */
  readonly name: string;
  /** `rank` of a row, from 1, says which of the pages it is in. */
  find(context: ReadingContext, pages: readonly (Choice & ParentBounds)[]): Promise<Row[]>;
  /** In the order asked. */
  count(context: ReadingContext, choices: readonly Choice[]): Promise<number[]>;
  readonly toNode: (row: Row) => Node;
  readonly keyOf: (node: Node) => string;
  readonly counted?:
    | (Counted & {
        groups(
          context: ReadingContext,
          choices: readonly (Choice & GroupsAsked)[],
          par: RepartitionAsked,
        ): Promise<RankedGroupRow[]>;
      })
    | undefined;
}

interface ListUnderSaid {
  readonly absence?: Missing;
  /** What a cursor is of, where it is not all that was chosen. */
  readonly cursorOf?: object;
}

/** Reads the page of one parent, in one batch with those of the others. Raises PAGE_INVALIDE. */
export type ListUnder<Choice, Node> = (
  context: ReadingContext,
  args: PageArgs,
  choice: Choice,
  said?: ListUnderSaid,
) => ConnectionValue<Node>;

/** Declares the list that each of many parents has: one statement, however many they are. */
export function defineListUnder<Choice extends object, Row extends { readonly rank: number }, Node>({
  name,
  find,
  count,
  toNode,
  keyOf,
  counted,
}: ListUnderOptions<Choice, Row, Node>): ListUnder<Choice, Node> {
  const pages = defineLoader<Choice & ParentBounds, Node[]>(async (context, asked) =>
    toPages(asked, await find(context, asked), toNode),
  );
  const counts = defineLoader<Choice, number>(count);
  const groups = counted && defineGroups<Choice & GroupsAsked>(counted, counted.groups);
  return (context, args, choice, { absence, cursorOf = choice } = {}) => {
    const page = parsePage(name, args, cursorOf);
    const bounds = { afterKey: page.afterKey ?? null, limit: page.first + 1 };
    return toConnection({
      page,
      rows: () => pages.load(context, { ...choice, ...bounds }),
      keyOf,
      count: () => counts.load(context, choice),
      absence,
      repartition: groups && ((par) => groups.load(context, { ...choice, par })),
    });
  };
}

/** How a list is shown whose rows, in the order of their keys, are all read at once. */
interface WholeList<Node> {
  readonly name: string;
  readonly choice: object;
  readonly all: () => Awaitable<readonly Node[]>;
  readonly keyOf: (node: Node) => string;
  readonly absence?: Missing;
  readonly criteria?: readonly Criterion[];
}

/** One page of rows that are all read. Raises PAGE_INVALIDE, and FILTRE_INVALIDE for a criterion that nobody has. */
export function pageOf<Node>(
  args: PageArgs,
  { name, choice, all, keyOf, absence, criteria = [] }: WholeList<Node>,
): ConnectionValue<Node> {
  const page = parsePage(name, args, choice);
  const { afterKey = '', first } = page;
  return toConnection({
    page,
    rows: () =>
      chain(all(), (nodes) =>
        refuseUnknown(nodes.filter((node) => keyOf(node) > afterKey).slice(0, first + 1), criteria),
      ),
    keyOf,
    count: () => chain(all(), ({ length }) => length),
    absence,
  });
}
