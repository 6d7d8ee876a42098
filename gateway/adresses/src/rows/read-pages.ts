import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import { dataOf } from '@palier/gateway/request/answer-data';
import type { AnyOperationResult, OperationRequest } from '@palier/gateway/request/operation';
import type { Paging, ReadableOperation } from '../operation/readable-operation.ts';
import { pageOf } from '../operation/with-sources.ts';

/** Elements of a page, unless the address says how many. */
export const PAGE_SIZE = 500;

type Variables = Readonly<Record<string, unknown>>;
type Read = (asked: OperationRequest) => Promise<AnyOperationResult>;

/** What an operation answers, a page at a time: only one is in memory. */
export interface Pages {
  readonly first: AnyOperationResult;
  /** Of the list that is read whole, one page after the other: its elements, by their paths. */
  readonly lists: readonly string[];
  /** Whether a table goes on after the first page. */
  isLong(table: string): boolean;
  /** What a table is made of. May be asked again: pages are then read again. @throws {GraphFault | Refusal} */
  data(table: string): AsyncGenerator<unknown>;
}

/**
 * @param accept refuses what is not to be read
 * @throws {GraphFault} what the graph refuses, or gives in part
 */
export async function readPages(
  { sourcedText, operationName, paging }: ReadableOperation,
  given: Variables,
  au: string | undefined,
  read: Read,
  accept: (result: AnyOperationResult) => void = () => undefined,
): Promise<Pages> {
  const whole = asksPage(paging, given) ? undefined : paging;
  const variables = whole ? toWhole(whole, given) : given;
  const refuseChange = createChangeGuard();
  const readPage = async (more: Variables): Promise<Page> => {
    const asked = { query: sourcedText, operationName, variables: { ...variables, ...more }, au };
    const page = toPage(await read(asked), whole?.path);
    accept(page.result);
    refuseChange(page.result);
    return page;
  };
  const first = await readPage({});
  const lists = whole?.lists ?? [];
  const isLong = (table: string): boolean =>
    first.next !== undefined && lists.some((list) => `${table}.`.startsWith(`${list}.`));
  return {
    first: first.result,
    lists,
    isLong,
    async *data(table) {
      yield first.data;
      for (let next = isLong(table) ? first.next : undefined; next !== undefined;) {
        const page = await readPage({ [whole!.after]: next });
        yield page.data;
        ({ next } = page);
      }
    },
  };
}

/** Whoever says where a page begins, or how long it is, asks for that page. */
export const asksPage = (paging: Paging | undefined, variables: Variables): boolean =>
  paging !== undefined &&
  [paging.after, paging.first].some((name) => name !== undefined && variables[name] != null);

/** A null asks for no page. */
function toWhole({ first, after }: Paging, given: Variables): Variables {
  const others = Object.entries(given).filter(([name]) => name !== after);
  return Object.fromEntries(first === undefined ? others : [...others, [first, PAGE_SIZE]]);
}

interface Page {
  readonly result: AnyOperationResult;
  readonly data: unknown;
  /** Cursor of the next one. */
  readonly next: string | undefined;
}

function toPage(result: AnyOperationResult, path: readonly string[] | undefined): Page {
  if (result.errors) throw new GraphFault(result.errors);
  const data = dataOf(result);
  return { result, data, next: path && nextOf(data, path) };
}

function nextOf(data: unknown, path: readonly string[]): string | undefined {
  let value = data as Record<string, unknown> | null | undefined;
  for (const key of path) value = value?.[key] as typeof value;
  const { hasNextPage, endCursor } = pageOf(value ?? {});
  return hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined;
}

/**
 * Pages of before and after a write are no whole. A level that a page did not ask says nothing of it; one that is unsaid
 * where some are may have said two things.
 */
function createChangeGuard(): (page: AnyOperationResult) => void {
  const known = new Map<string, string>();
  return ({ sealed }) => {
    if (!sealed) return;
    const said = new Map(sealed.versions);
    const isChanged = [...known].some(([subgraph, version]) => {
      const now = said.get(subgraph);
      return now === undefined ? !sealed.isVersioned : now !== version;
    });
    if (isChanged) throw new Refusal('PAGES_DISPARATES');
    for (const [subgraph, version] of said) known.set(subgraph, version);
  };
}
