import { setTimeout as wait } from 'node:timers/promises';
import type { SubgraphAddress } from '@palier/federation/run/data/subgraph-caller';
import { Refusal } from '../../errors/errors.ts';
import { requestBody } from './request-body.ts';
import { createTransport, GivenUp, type Transport } from './undici-transport.ts';
import { writeJson } from '@palier/calls/json/write-json';
import type { Observer, Reach } from '../../observation/observer.ts';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../../request/subgraph-caller.ts';
import { createBreaker, DEFAULT_BREAKER, type Breaker, type BreakerOptions } from './breaker.ts';
import { createCallHeaders, type CallHeadersOptions } from './call-headers.ts';
import { createVersionFollower, type VersionFollower } from './follow-version.ts';
import { readAnswer } from './read-answer.ts';
import { readFacts } from './read-facts.ts';
import { createCallQueue, type CallQueue } from './call-queue.ts';
import { refuseHeavy } from '../guards/refuse-heavy.ts';

export interface HttpCallerOptions extends CallHeadersOptions {
  /** Time for one call, times the patience of its request, its retry and its waiting included, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Calls to one subgraph under way at once. */
  readonly concurrency: number;
  readonly breaker?: BreakerOptions;
  readonly observer?: Observer;
}

/** Calls that may wait for each one under way; past it a subgraph is too far behind to catch up in time. */
const WAITING_PER_CALL = 20;
/** Pause before a retry, drawn between these, so that gateways do not knock all together. */
const RETRY_PAUSE_MS = [10, 50] as const;

interface Line {
  readonly subgraph: string;
  readonly versions: VersionFollower;
  readonly transport: Transport;
  readonly breaker: Breaker;
  readonly queue: CallQueue;
  readonly headersOf: ReturnType<typeof createCallHeaders>;
  readonly options: HttpCallerOptions;
  readonly observer: Observer;
}

/** Reaches a subgraph by HTTP, over connections of its own, and gives up on it in an orderly way. */
export function createHttpCaller({ name, url }: SubgraphAddress, options: HttpCallerOptions): SubgraphCaller {
  if (!url || !/^https?:/.test(url) || !URL.canParse(url)) return createUnreachableCaller(name);
  const { concurrency } = options;
  const transport = createTransport(url, { connections: concurrency });
  const breaker = createBreaker(options.breaker ?? DEFAULT_BREAKER);
  const queue = createCallQueue(concurrency, concurrency * WAITING_PER_CALL);
  const versions = createVersionFollower({ url, sign: options.sign });
  const { observer = {} } = options;
  const headersOf = createCallHeaders(url, options);
  const line = { subgraph: name, transport, breaker, queue, versions, headersOf, options, observer };
  const reach = toReach(line);
  observer.reached?.(reach);
  return {
    call: (request) => callInTurn(request, line),
    data: versions,
    async close() {
      observer.left?.(reach);
      versions.close();
      await transport.close();
    },
  };
}

const toReach = ({ subgraph, breaker, queue }: Line): Reach => ({
  subgraph,
  breaker: () => breaker.state,
  calls: () => ({ underWay: queue.inside, waiting: queue.waiting }),
});

const createUnreachableCaller = (name: string): SubgraphCaller => ({
  call: () =>
    Promise.reject(new Refusal('SERVICE_INDISPONIBLE', { cause: `No usable URL for subgraph ${name}` })),
});

async function callInTurn(request: SubgraphRequest, line: Line): Promise<GraphQLResponseLike> {
  if (!tellingChange(request, line, (breaker) => breaker.allows()))
    throw new Refusal('SERVICE_INDISPONIBLE', { cause: 'breaker open' });
  const deadline = performance.now() + line.options.timeoutMs * (request.clientRequest.patience ?? 1);
  const turn = line.queue.enter();
  if (turn === 'FULL') {
    tellingChange(request, line, (breaker) => breaker.abandoned());
    throw new Refusal('SERVICE_INDISPONIBLE', { cause: 'too many calls waiting' });
  }
  if (turn !== 'OPEN') await turn;
  try {
    return await callOnce(request, line, deadline);
  } catch (error) {
    return await callAgain(error, request, line, deadline);
  } finally {
    line.queue.leave();
  }
}

/** Only a read is asked again, once, and only when the subgraph may not have seen it or said it could not answer. */
async function callAgain(
  error: unknown,
  request: SubgraphRequest,
  line: Line,
  deadline: number,
): Promise<GraphQLResponseLike> {
  const mayRetry =
    request.operationKind === 'query' && isPassing(error) && !request.clientRequest.signal.aborted;
  if (!mayRetry || line.breaker.state !== 'ferme') throw error;
  const [least, most] = RETRY_PAUSE_MS;
  await wait(least + Math.random() * (most - least));
  if (performance.now() >= deadline) throw error;
  line.observer.retried?.(request);
  return callOnce(request, line, deadline);
}

/** Tells of the breaker when what is done to it changes its state. */
function tellingChange<Result>(
  request: SubgraphRequest,
  { breaker, observer, subgraph }: Line,
  act: (breaker: Breaker) => Result,
): Result {
  const before = breaker.state;
  const result = act(breaker);
  const { state } = breaker;
  if (state !== before) observer.breakerChanged?.({ subgraph, state, request });
  return result;
}

const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'SERVICE_INDISPONIBLE';

async function callOnce(
  request: SubgraphRequest,
  line: Line,
  deadline: number,
): Promise<GraphQLResponseLike> {
  const deadlineMs = deadline - performance.now();
  if (deadlineMs <= 0) {
    tellingChange(request, line, (breaker) => breaker.abandoned());
    throw new Refusal('DELAI_DEPASSE');
  }
  try {
    const body = bodyOf(request);
    const answer = await line.transport.post(body, line.headersOf(request, body, deadlineMs), {
      deadlineMs,
      maxBytes: line.options.maxAnswerBytes,
      // A write goes on without its client: half of it must not depend on who still listens.
      signal: request.operationKind === 'query' ? request.clientRequest.signal : undefined,
    });
    if (answer.text !== undefined) refuseHeavy(answer.text);
    const facts = readFacts(answer);
    const response = readAnswer(answer, facts);
    if (facts.version !== undefined) line.versions.begin();
    tellingChange(request, line, (breaker) => breaker.succeeded());
    return response;
  } catch (cause) {
    const refusal = toRefusal(cause);
    tellingChange(request, line, (breaker) => judge(breaker, refusal, request));
    throw refusal;
  }
}

/** Only what says that the subgraph cannot answer counts against it: one request must not close the way to all. */
function judge(breaker: Breaker, { code }: Refusal, { clientRequest }: SubgraphRequest): void {
  if (clientRequest.signal.aborted) breaker.abandoned();
  else if (code === 'SERVICE_INDISPONIBLE' || code === 'DELAI_DEPASSE') breaker.failed();
  else breaker.answered();
}

function toRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const why = cause instanceof GivenUp ? cause.why : 'network';
  if (why === 'deadline') return new Refusal('DELAI_DEPASSE');
  if (why === 'size') return new Refusal('REPONSE_TROP_GRANDE');
  return new Refusal('SERVICE_INDISPONIBLE', { cause });
}

function bodyOf(request: SubgraphRequest): string {
  const { query, operationName, variablesText = writeJson(request.variables) } = request;
  return requestBody({ query, operationName, variablesText });
}
