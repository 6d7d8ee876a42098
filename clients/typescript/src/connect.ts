/** An operation of the graph: the name it is registered under, or its text, with the types of what goes in and comes out. */
export type Operation<Data, Variables> = Sent & { readonly types?: (variables: Variables) => Data };

type Sent =
  | { readonly documentId: string; readonly query?: never }
  | { readonly query: string; readonly documentId?: never };

export interface Connection {
  /** Bearer token, or what gives one for each request; without it, one is anonymous. */
  readonly jeton?: string | (() => string | Promise<string>);
  /** Which `fetch` is used: that of the platform unless given. */
  readonly fetch?: typeof fetch;
}

export interface ReadOptions {
  /** Instant as of which the whole graph is read, ISO 8601: `2026-11-28T15:00:00Z`. */
  readonly au?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An answer that holds data, and what of it could not be had. */
export interface Answer<Data> {
  readonly data: Data;
  /** One for each field that could not be answered, null in `data`; empty when all was. */
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  /** In French. */
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Nothing was answered: the message and the code are the first error's (docs/errors.md says which to retry). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(
    /** HTTP status. */
    readonly status: number,
    readonly errors: readonly AnswerError[],
    /** Seconds to wait before asking again, when the gateway says so. */
    readonly retryAfter: number | null,
  ) {
    super(errors[0]?.message ?? `Réponse illisible (HTTP ${status}).`);
    this.code = errors[0]?.extensions?.code ?? 'REPONSE_ILLISIBLE';
  }
}

/** `variables` may be left out when none is required. */
type Arguments<Variables, Options> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: Options]
    : [variables: Variables, options?: Options];

export interface Palier {
  /**
   * Asks what only reads, by the method that only reads. The answer last given to the same question is used again when the gateway says that it holds.
   * @throws {Refusal}
   */
  read<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...[variables, options]: Arguments<Variables, ReadOptions>
  ): Promise<Answer<Data>>;
  /**
   * Acts, once: nothing is tried again here. After a failure of the network, act again with the same `cle`: what was
   * written is then told, and not written twice. @throws {Refusal}
   */
  act<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...[variables, options]: Arguments<Variables, { readonly signal?: AbortSignal }>
  ): Promise<Answer<Data>>;
}

/** How many answers are remembered with their `ETag`. */
const MOST_KEPT = 100;
/** Past this length, an address is not carried by every proxy: the question goes in a body. */
const LONGEST_ADDRESS = 4_000;

/** @param graph address of the graph: `http://127.0.0.1:4000/graphql` */
export function connect(graph: string | URL, connection: Connection = {}): Palier {
  const send = connection.fetch ?? fetch;
  const kept = new Map<string, { readonly etag: string; readonly answer: Answer<unknown> }>();

  const headersOf = async (): Promise<Record<string, string>> => {
    const { jeton } = connection;
    const token = typeof jeton === 'function' ? await jeton() : jeton;
    return {
      accept: 'application/graphql-response+json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
  };

  const sendBody = async (
    method: 'POST' | 'QUERY',
    body: object,
    { au, signal }: ReadOptions,
  ): Promise<Answer<unknown>> =>
    await readAnswer(
      await send(graph, {
        method,
        headers: {
          ...(await headersOf()),
          'content-type': 'application/json',
          ...(au === undefined ? {} : { 'palier-au': au }),
        },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      }),
    );

  const get = async (address: URL, signal: AbortSignal | undefined): Promise<Answer<unknown>> => {
    const known = kept.get(address.href);
    const response = await send(address, {
      headers: { ...(await headersOf()), ...(known && { 'if-none-match': known.etag }) },
      ...(signal && { signal }),
    });
    if (response.status === 304 && known) return known.answer;
    const answer = await readAnswer(response);
    kept.delete(address.href);
    const etag = response.headers.get('etag');
    if (etag !== null) kept.set(address.href, { etag, answer });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return answer;
  };

  return {
    read: async <Data>(operation: Sent, variables: unknown = {}, { au, signal }: ReadOptions = {}) => {
      const address = new URL(graph);
      for (const [name, value] of Object.entries(sentOf(operation))) address.searchParams.set(name, value);
      address.searchParams.set('variables', JSON.stringify(variables));
      if (au !== undefined) address.searchParams.set('au', au);
      const answer =
        address.href.length <= LONGEST_ADDRESS
          ? get(address, signal)
          : sendBody('QUERY', { ...sentOf(operation), variables }, { au, signal });
      return (await answer) as Answer<Data>;
    },
    act: async <Data>(operation: Sent, variables: unknown = {}, { signal }: ReadOptions = {}) =>
      (await sendBody('POST', { ...sentOf(operation), variables }, { signal })) as Answer<Data>,
  };
}

function sentOf({ documentId, query }: Sent): Record<string, string> {
  return documentId === undefined ? { query } : { documentId };
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

function parseBody(text: string): Body {
  try {
    return (JSON.parse(text) as Body | null) ?? {};
  } catch {
    return {};
  }
}

async function readAnswer(response: Response): Promise<Answer<unknown>> {
  // A body that is cut, or given up, is the network's failure, and stays one.
  const { data, errors = [] } = parseBody(await response.text());
  if (data != null) return { data, errors };
  throw new Refusal(response.status, errors, readWait(response.headers.get('retry-after')));
}

/** Seconds to wait, said as such or as the date until which to. */
function readWait(said: string | null): number | null {
  if (said === null) return null;
  if (/^\d+$/.test(said)) return Number(said);
  const until = Date.parse(said);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
