import type { AbsenceValue } from '../vocabulary/absence.ts';
import { type Awaitable, chain } from '../base/awaitable.ts';
import { type ConnectionValue, type PageArgs, parsePage, toConnection } from './connection.ts';
import type { ReadingContext } from '../request/context.ts';
import { defineReading } from '../request/loader.ts';
import { type Criterion, hasGiven, refuseUnknown } from './unknown-filter.ts';

/** The rows of a page: those after a key, and one more than the page shows, which says whether another follows. */
export interface PageBounds {
  readonly afterKey: string | undefined;
  readonly limit: number;
}

/** How a list is read: its page in one statement, and how many there are in all in another. */
export interface ListOptions<Choice, Node> {
  /** Its field: a cursor is of one list. */
  readonly name: string;
  find(context: ReadingContext, choice: Choice, bounds: PageBounds): Promise<Node[]>;
  count(context: ReadingContext, choice: Choice): Promise<number>;
  /** What the rows are in the order of. */
  readonly keyOf: (node: Node) => string;
}

/** What is said of a list besides its rows. */
interface ListSaid {
  /** What is missing when there is nothing at all. */
  readonly absence?: AbsenceValue | (() => Awaitable<AbsenceValue>) | undefined;
  /** Codes that the list is narrowed to: one that nobody has is refused, rather than answered by nothing. */
  readonly criteria?: readonly Criterion[];
}

/** Reads one page of what was chosen. Raises PAGE_INVALIDE, and FILTRE_INVALIDE for a criterion that nobody has. */
export type List<Choice, Node> = (
  context: ReadingContext,
  args: PageArgs,
  choice: Choice,
  said?: ListSaid,
) => Awaitable<ConnectionValue<Node>>;

/** Declares a list: what it reads is kept for other requests while the data last. */
export function defineList<Choice extends object, Node>({
  name,
  find,
  count,
  keyOf,
}: ListOptions<Choice, Node>): List<Choice, Node> {
  const readPage = defineReading((context, asked: { readonly choice: Choice; readonly bounds: PageBounds }) =>
    find(context, asked.choice, asked.bounds),
  );
  const readCount = defineReading((context, choice: Choice) => count(context, choice));
  return (context, args, choice, { absence, criteria = [] } = {}) => {
    const page = parsePage(name, args, choice);
    const bounds = { afterKey: page.afterKey, limit: page.first + 1 };
    const read = (): Awaitable<Node[]> => readPage(context, { choice, bounds });
    const list = (rows: () => Awaitable<Node[]>): ConnectionValue<Node> =>
      toConnection({ page, rows, keyOf, count: () => readCount(context, choice), absence });
    if (!hasGiven(criteria)) return list(read);
    return chain(
      chain(read(), (rows) => refuseUnknown(rows, criteria)),
      (rows) => list(() => rows),
    );
  };
}
