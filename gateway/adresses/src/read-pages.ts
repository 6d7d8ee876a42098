import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import { dataOf } from '@palier/gateway/request/answer-data';
import type { AnyOperationResult, OperationRequest } from '@palier/gateway/request/operation';
import type { PreparedOperation } from './prepared-operation.ts';

/** Elements of a page, unless the address says how many. */
const PAGE_SIZE = 500;

type Variables = Readonly<Record<string, unknown>>;
type Read = (asked: OperationRequest) => Promise<AnyOperationResult>;

/** What an operation answers, a page at a time: only one is in memory. */
export interface Pages {
  readonly first: AnyOperationResult;
  /** Whether more follows the first. */
  readonly isLong: boolean;
  /** May be asked again: pages are then read again. @throws {GraphFault | Refusal} */
  data(): AsyncGenerator<unknown>;
}

/** @throws {GraphFault} what the graph refuses, or gives in part */
export async function readPages(
  { sourcedText, operationName, paging }: PreparedOperation,
  variables: Variables,
  au: string | undefined,
  read: Read,
): Promise<Pages> {
  // Whoever says where a page begins, or how long it is, asks for that page.
  const isWhole = paging !== undefined && !(paging.after in variables) && !asksSize(paging.first, variables);
  const size = isWhole && paging.first !== undefined ? { [paging.first]: PAGE_SIZE } : {};
  const readPage = async (more: Variables): Promise<Page> => {
    const asked = { query: sourcedText, operationName, variables: { ...variables, ...size, ...more }, au };
    return toPage(await read(asked), isWhole ? paging.path : undefined);
  };
  const first = await readPage({});
  return {
    first: first.result,
    isLong: first.next !== undefined,
    async *data() {
      yield first.data;
      for (let { next } = first; next !== undefined;) {
        const page = await readPage({ [paging!.after]: next });
        refuseChange(first.result, page.result);
        yield page.data;
        ({ next } = page);
      }
    },
  };
}

const asksSize = (first: string | undefined, variables: Variables): boolean =>
  first !== undefined && first in variables;

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
  const { hasNextPage, endCursor } = value ?? {};
  return hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined;
}

/** Pages of before and after a write are no whole. */
function refuseChange({ sealed: before }: AnyOperationResult, after: AnyOperationResult): void {
  if (!before) return;
  const now = new Map(after.sealed?.versions);
  const isChanged = before.versions.some(([subgraph, version]) => {
    const found = now.get(subgraph);
    // A page made for others may not have asked this level at all.
    return found === undefined ? after.cacheStatus !== 'hit' : found !== version;
  });
  if (isChanged) throw new Refusal('PAGES_DISPARATES');
}
