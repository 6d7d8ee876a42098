import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bytes } from '../../base/bytes.ts';
import { CancelSignal, type ClientRequest } from '../../request/client-request.ts';
import { Refusal } from '../../errors/errors.ts';
import { ANONYMOUS } from '../../request/identity.ts';
import type { Logger } from '../../base/logger.ts';
import type { AnsweredRequest, Observer } from '../../observation/observer.ts';
import { chooseRequestId } from '../../base/request-id.ts';
import { answerInternalError, answerRefusal } from './answers.ts';
import type { Answer, Exchange, Step } from './exchange.ts';
import {
  addToVary,
  chooseCoding,
  type Code,
  createCoder,
  isCodable,
  isText,
  type SentAnswer,
  toCodedHeaders,
} from './content-coding.ts';
import { clientAddressOf } from './client-address.ts';
import { inTurn } from './in-turn.ts';
import { readTarget } from './request-target.ts';
import { sendBytes } from './send-bytes.ts';
import { sendStream } from './send-stream.ts';

/** Time left to requests under way when the gateway stops: with it, a stop takes less than three seconds. */
const DRAIN_MS = 2_000;

export interface Listener {
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  /** Takes no new connection, lets requests under way end for a while, then cuts. */
  stop(): Promise<void>;
}

/** How long a client may take to send what it asks: one that sends by drops holds a socket for that long, and no more. */
interface Patience {
  readonly headersMs: number;
  /** Headers and body. */
  readonly requestMs: number;
  /** Between two bytes of an answer that it reads. */
  readonly unreadMs: number;
  /** Between an answer and the next request of its connection: longer than proxies keep one, who would send it to nobody. */
  readonly idleMs: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, unreadMs: 30_000, idleMs: 75_000 };

export interface ListenerOptions {
  readonly steps: readonly Step[];
  readonly observer: Observer;
  readonly trustedProxies: number;
  /** A refusal as a page, to whoever reads pages; nothing to others. */
  readonly toPage?: (exchange: Exchange, refusal: Refusal) => Answer | undefined;
  readonly patience?: Partial<Patience>;
  readonly logger: Logger;
}

/** What each request of a listener is answered with. */
interface Running extends ListenerOptions {
  readonly code: Code;
}

export function createListener(given: ListenerOptions): Listener {
  const options: Running = { ...given, code: createCoder() };
  const { headersMs, requestMs, idleMs } = patienceOf(options);
  const isOpen = (): boolean => server.listening;
  const answer = inTurn(
    (incoming, response) => answerRequest(incoming, response, options, isOpen),
    (incoming, response) => answerRequest(incoming, response, { ...options, steps: TOO_MANY }, isOpen),
  );
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      // By default slow clients are looked for twice a minute only.
      connectionsCheckingInterval: Math.min(1_000, headersMs / 2),
    },
    (incoming, response) => void answer(incoming, response),
  );
  // Node looks after a request that has begun, and says 408; it waits for ever for the first byte.
  server.on('connection', (socket) => socket.setTimeout(2 * headersMs));
  return { listen: (port, host) => listen(server, port, host), stop: () => drain(server) };
}

/** The life of a request sent after too many others, whose answers were not waited for. */
const TOO_MANY: readonly Step[] = [
  () => {
    throw new Refusal('TROP_DE_REQUETES', { detail: 'Attendez les réponses avant d’en envoyer d’autres.' });
  },
];

async function answerRequest(
  incoming: IncomingMessage,
  response: ServerResponse,
  options: Running,
  isOpen: () => boolean,
): Promise<void> {
  const start = performance.now();
  incoming.socket.setTimeout(0);
  const exchange = openExchange(incoming, response, options.trustedProxies);
  const { path, clientRequest } = exchange;
  options.observer.received?.({ method: methodOf(exchange), path, clientRequest });
  const made = await runSteps(exchange, options);
  if (made.stream) return answerByStream(made, made.stream, { exchange, response, options, start, isOpen });
  const whole: SentAnswer = { ...made, body: toBytes(made.body) };
  const answer = isCodable(whole) ? await makeShort(whole, exchange, options) : whole;
  const { body } = answer;
  options.observer.answered?.(toAnswered(exchange, answer.status, body.length, start));
  if (response.destroyed) return;
  // Closing, it ends what is under way and keeps no connection for more.
  if (!isOpen()) response.shouldKeepAlive = false;
  const headers: Record<string, string | number> = addHeaders(exchange.headers, answer.headers);
  if (!BODILESS.has(answer.status)) headers['content-length'] = body.length;
  try {
    response.writeHead(answer.status, headers);
    if (incoming.method === 'HEAD') response.end();
    else sendBytes(response, body);
  } catch (error) {
    // Nothing that an answer holds may end the process.
    options.logger.error('Une réponse n’a pu être écrite', { requestId: clientRequest.id, error });
    response.destroy();
  }
  incoming.socket.setTimeout(patienceOf(options).unreadMs);
}

interface Sending {
  readonly exchange: Exchange;
  readonly response: ServerResponse;
  readonly options: Running;
  readonly start: number;
  readonly isOpen: () => boolean;
}

/** Its length is known to nobody yet. */
async function answerByStream(
  answer: Answer,
  stream: AsyncIterable<Uint8Array>,
  { exchange, response, options, start, isOpen }: Sending,
): Promise<void> {
  const { incoming, headers: sent, clientRequest } = exchange;
  const codable = isText(answer.headers);
  if (codable) sent['vary'] = addToVary(sent['vary'], 'Accept-Encoding');
  const coding = codable ? chooseCoding(clientRequest.headers['accept-encoding']) : undefined;
  const headers = coding ? toCodedHeaders(answer.headers, coding) : answer.headers;
  let bytes = 0;
  try {
    if (response.destroyed) return;
    if (!isOpen()) response.shouldKeepAlive = false;
    response.writeHead(answer.status, addHeaders(sent, headers));
    incoming.socket.setTimeout(patienceOf(options).unreadMs);
    if (incoming.method === 'HEAD') response.end();
    else bytes = await sendStream(response, cutBy(stream, incoming), coding);
  } catch (error) {
    if (!clientRequest.signal.aborted)
      options.logger.error('Une réponse a été coupée', { requestId: clientRequest.id, error });
    response.destroy();
  } finally {
    await stream[Symbol.asyncIterator]().return?.();
    options.observer.answered?.(toAnswered(exchange, answer.status, bytes, start));
  }
}

/** What fails is without a last chunk; where HTTP/1.0 has none, and the end of the connection is that of the answer, it is reset. */
async function* cutBy(
  stream: AsyncIterable<Uint8Array>,
  { httpVersion, socket }: IncomingMessage,
): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    if (httpVersion === '1.0') socket.resetAndDestroy();
    throw error;
  }
}

/** Those of the answer, beside those of every answer: it differs by what either differs by. */
function addHeaders(sent: Exchange['headers'], given: Answer['headers']): Exchange['headers'] {
  const { vary } = sent;
  Object.assign(sent, given);
  if (vary !== undefined && given?.['vary'] !== undefined)
    sent['vary'] = given['vary'].split(', ').reduce(addToVary, vary);
  return sent;
}

/** In the coding that its asker accepts; as it is when that fails. */
async function makeShort(
  answer: SentAnswer,
  { clientRequest: { id, headers }, headers: sent }: Exchange,
  { code, logger }: Running,
): Promise<SentAnswer> {
  sent['vary'] = addToVary(sent['vary'], 'Accept-Encoding');
  const coding = chooseCoding(headers['accept-encoding']);
  if (coding === undefined) return answer;
  try {
    return await code(answer, coding);
  } catch (error) {
    logger.error('Une réponse n’a pu être comprimée', { requestId: id, error });
    return answer;
  }
}

const patienceOf = ({ patience }: ListenerOptions): Patience => ({ ...PATIENCE, ...patience });

/** As it was sent. */
const methodOf = ({ incoming, method }: Exchange): string => incoming.method ?? method;

const BODILESS: ReadonlySet<number> = new Set([204, 304]);

function toBytes(body: Answer['body'] = ''): Bytes {
  if (body instanceof Bytes) return body;
  return typeof body === 'string' ? Bytes.ofText(body) : Bytes.of(body);
}

function toAnswered(exchange: Exchange, status: number, bytes: number, startedAt: number): AnsweredRequest {
  const { path, client, clientRequest, notes } = exchange;
  return {
    clientRequest,
    requestId: clientRequest.id,
    method: methodOf(exchange),
    path,
    status,
    bytes,
    startedAt,
    durationMs: performance.now() - startedAt,
    client,
    operation: notes.operation,
    code: notes.code,
  };
}

async function runSteps(exchange: Exchange, { steps, logger, toPage }: ListenerOptions): Promise<Answer> {
  const { id } = exchange.clientRequest;
  try {
    for (const step of steps) {
      const outcome = step(exchange);
      // Most steps of most requests have nothing to say and nothing to wait for.
      if (outcome === undefined) continue;
      const answer = await outcome;
      if (answer) return answer;
    }
    throw new Refusal('ADRESSE_INCONNUE');
  } catch (error) {
    if (error instanceof Refusal) {
      exchange.notes.code = error.code;
      return toPage?.(exchange, error) ?? answerRefusal(error, id);
    }
    exchange.notes.code = 'ERREUR_INTERNE';
    logger.error('Erreur imprévue', { requestId: id, error });
    return answerInternalError(id);
  }
}

function openExchange(incoming: IncomingMessage, response: ServerResponse, trustedProxies: number): Exchange {
  const { method, url = '/' } = incoming;
  const clientRequest = openClientRequest(incoming, response);
  return {
    incoming,
    method: method === undefined || method === 'HEAD' ? 'GET' : method,
    ...readTarget(url),
    clientRequest,
    client: clientAddressOf(incoming, trustedProxies),
    notes: {},
    headers: { 'x-request-id': clientRequest.id },
  };
}

function openClientRequest(incoming: IncomingMessage, response: ServerResponse): ClientRequest {
  const headers = readHeaders(incoming);
  const signal = new CancelSignal();
  response.on('close', () => {
    if (!response.writableFinished) signal.abort();
  });
  return {
    id: chooseRequestId(headers['x-request-id']),
    identity: ANONYMOUS,
    headers,
    signal,
  };
}

/** Node gives one value a name, but for this one, which no client sends. */
function readHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const cookies = headers['set-cookie'];
  return (cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers) as Record<string, string>;
}

function listen(server: Server, port: number, host: string): Promise<{ readonly url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: actual, family, address } = server.address() as AddressInfo;
      resolve({ url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}` });
    });
  });
}

function drain(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
