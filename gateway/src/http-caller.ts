import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './errors.ts';
import { requestBody } from './execution/request-body.ts';
import { createTransport, GivenUp, type Transport } from './execution/undici-transport.ts';
import type {
  GraphQLResponseLike,
  SubgraphAddress,
  SubgraphCaller,
  SubgraphRequest,
} from './subgraph-caller.ts';
import {
  createBreaker,
  DEFAULT_BREAKER,
  type Breaker,
  type BreakerOptions,
} from './subgraph-calls/breaker.ts';
import { readAnswer } from './subgraph-calls/read-answer.ts';
import { createTurnstile, type Turnstile } from './subgraph-calls/turnstile.ts';

export interface HttpCallerOptions {
  /** Time for one call, its retry and its waiting included, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Calls to one subgraph under way at once. */
  readonly concurrency: number;
  /** Names of client headers handed on, lower-cased. */
  readonly forwardedHeaders: readonly string[];
  readonly breaker?: BreakerOptions;
}

/** Calls that may wait for each one under way; past it a subgraph is too far behind to catch up in time. */
const WAITING_PER_CALL = 20;
/** Pause before a retry, drawn between these, so that gateways do not knock all together. */
const RETRY_PAUSE_MS = [10, 50] as const;

interface Reach {
  readonly transport: Transport;
  readonly breaker: Breaker;
  readonly turnstile: Turnstile;
  readonly options: HttpCallerOptions;
}

/** Reaches a subgraph by HTTP, over connections of its own, and gives up on it in an orderly way. */
export function createHttpCaller({ name, url }: SubgraphAddress, options: HttpCallerOptions): SubgraphCaller {
  if (!url || !/^https?:/.test(url) || !URL.canParse(url)) return createUnreachableCaller(name);
  const { concurrency } = options;
  const transport = createTransport(url, { connections: concurrency });
  const breaker = createBreaker(options.breaker ?? DEFAULT_BREAKER);
  const turnstile = createTurnstile(concurrency, concurrency * WAITING_PER_CALL);
  const reach = { transport, breaker, turnstile, options };
  return { call: (request) => callInTurn(request, reach), close: () => transport.close() };
}

const createUnreachableCaller = (name: string): SubgraphCaller => ({
  call: () =>
    Promise.reject(new Refusal('SERVICE_INDISPONIBLE', { cause: `No usable URL for subgraph ${name}` })),
});

async function callInTurn(request: SubgraphRequest, reach: Reach): Promise<GraphQLResponseLike> {
  if (!reach.breaker.allows()) throw new Refusal('SERVICE_INDISPONIBLE', { cause: 'breaker open' });
  const deadline = performance.now() + reach.options.timeoutMs;
  const turn = reach.turnstile.enter();
  if (turn === 'COMPLET') throw new Refusal('SERVICE_INDISPONIBLE', { cause: 'too many calls waiting' });
  if (turn !== 'OUVERT') await turn;
  try {
    return await callWithRetry(request, reach, deadline);
  } finally {
    reach.turnstile.leave();
  }
}

/** Only a read is asked again, once, and only when the subgraph may not have seen it or said it could not answer. */
async function callWithRetry(
  request: SubgraphRequest,
  reach: Reach,
  deadline: number,
): Promise<GraphQLResponseLike> {
  try {
    return await callOnce(request, reach, deadline);
  } catch (error) {
    const mayRetry =
      request.operationKind === 'query' && isPassing(error) && !request.clientRequest.signal.aborted;
    if (!mayRetry || reach.breaker.state !== 'ferme') throw error;
    const [least, most] = RETRY_PAUSE_MS;
    await wait(least + Math.random() * (most - least));
    if (performance.now() >= deadline) throw error;
    return callOnce(request, reach, deadline);
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'SERVICE_INDISPONIBLE';

async function callOnce(
  request: SubgraphRequest,
  reach: Reach,
  deadline: number,
): Promise<GraphQLResponseLike> {
  const deadlineMs = deadline - performance.now();
  if (deadlineMs <= 0) throw new Refusal('DELAI_DEPASSE');
  try {
    const answer = await reach.transport.post(
      bodyOf(request),
      headersOf(request, reach.options.forwardedHeaders),
      {
        deadlineMs,
        maxBytes: reach.options.maxAnswerBytes,
        // A write goes on without its client: half of it must not depend on who still listens.
        signal: request.operationKind === 'query' ? request.clientRequest.signal : undefined,
      },
    );
    const response = readAnswer(answer);
    reach.breaker.succeeded();
    return response;
  } catch (cause) {
    if (!request.clientRequest.signal.aborted) reach.breaker.failed();
    throw toRefusal(cause);
  }
}

function toRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const why = cause instanceof GivenUp ? cause.why : 'network';
  if (why === 'deadline') return new Refusal('DELAI_DEPASSE');
  if (why === 'size') return new Refusal('REPONSE_TROP_GRANDE');
  return new Refusal('SERVICE_INDISPONIBLE', { cause });
}

function bodyOf(request: SubgraphRequest): string {
  const { query, operationName, variablesText = JSON.stringify(request.variables) } = request;
  return requestBody({ query, operationName, variablesText });
}

const FIXED_HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
];

/** Names and values in turn. */
function headersOf({ clientRequest }: SubgraphRequest, forwarded: readonly string[]): readonly string[] {
  const headers = [...FIXED_HEADERS, 'x-request-id', clientRequest.id];
  for (const name of forwarded) {
    const value = clientRequest.headers[name];
    if (value !== undefined) headers.push(name, value);
  }
  return headers;
}
