import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bytes } from '../bytes.ts';
import { ClientDeparture, type ClientRequest } from '../client-request.ts';
import { Refusal } from '../errors.ts';
import { ANONYMOUS } from '../identity/identity.ts';
import type { Logger } from '../logger.ts';
import type { AnsweredRequest, Observer } from '../observation/observer.ts';
import { chooseRequestId } from '../request-id.ts';
import { answerInternalError, answerRefusal } from './answers.ts';
import type { Answer, Exchange, Step } from './exchange.ts';
import { clientAddressOf } from './client-address.ts';
import { sendBytes } from './send-bytes.ts';

/** Time left to requests under way when the gateway stops: with it, a stop takes less than three seconds. */
const DRAIN_MS = 2_000;

export interface Listener {
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  /** Takes no new connection, lets requests under way end for a while, then cuts. */
  stop(): Promise<void>;
}

/** How long a client may take to send what it asks: one that sends by drops holds a socket for that long, and no more. */
export interface Patience {
  readonly headersMs: number;
  /** Headers and body. */
  readonly requestMs: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000 };

export interface ListenerOptions {
  readonly life: readonly Step[];
  readonly observer: Observer;
  readonly trustedProxies: number;
  readonly patience?: Patience;
  readonly logger: Logger;
}

export function createListener(options: ListenerOptions): Listener {
  const { headersMs, requestMs } = options.patience ?? PATIENCE;
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      // By default slow clients are looked for twice a minute only.
      connectionsCheckingInterval: Math.min(1_000, headersMs / 2),
    },
    (incoming, response) => {
      void answerRequest(incoming, response, options, () => server.listening);
    },
  );
  return { listen: (port, host) => listen(server, port, host), stop: () => drain(server) };
}

async function answerRequest(
  incoming: IncomingMessage,
  response: ServerResponse,
  options: ListenerOptions,
  isOpen: () => boolean,
): Promise<void> {
  const start = performance.now();
  const exchange = openExchange(incoming, response, options.trustedProxies);
  const { method, path, clientRequest } = exchange;
  options.observer.received?.({ method, path, clientRequest });
  const answer = await live(exchange, options);
  const body = toBytes(answer.body);
  options.observer.answered?.(toAnswered(exchange, answer.status, body.length, start));
  if (response.destroyed) return;
  // Closing, it ends what is under way and keeps no connection for more.
  if (!isOpen()) response.shouldKeepAlive = false;
  const headers: Record<string, string | number> = Object.assign(exchange.headers, answer.headers);
  if (!BODILESS.has(answer.status)) headers['content-length'] = body.length;
  response.writeHead(answer.status, headers);
  if (exchange.method === 'HEAD') response.end();
  else sendBytes(response, body);
}

const BODILESS: ReadonlySet<number> = new Set([204, 304]);

function toBytes(body: Answer['body'] = ''): Bytes {
  if (body instanceof Bytes) return body;
  return typeof body === 'string' ? Bytes.ofText(body) : Bytes.of(body);
}

function toAnswered(exchange: Exchange, status: number, bytes: number, startedAt: number): AnsweredRequest {
  const { method, path, client, clientRequest, notes } = exchange;
  return {
    clientRequest,
    requestId: clientRequest.id,
    method,
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

async function live(exchange: Exchange, { life, logger }: ListenerOptions): Promise<Answer> {
  const { id } = exchange.clientRequest;
  try {
    for (const step of life) {
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
      return answerRefusal(error, id);
    }
    exchange.notes.code = 'ERREUR_INTERNE';
    logger.error('Erreur imprévue', { requestId: id, error });
    return answerInternalError(id);
  }
}

function openExchange(incoming: IncomingMessage, response: ServerResponse, trustedProxies: number): Exchange {
  const { url = '/' } = incoming;
  const mark = url.indexOf('?');
  const clientRequest = openClientRequest(incoming, response);
  return {
    incoming,
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    search: mark < 0 ? '' : url.slice(mark + 1),
    clientRequest,
    client: clientAddressOf(incoming, trustedProxies),
    notes: {},
    headers: { 'x-request-id': clientRequest.id },
  };
}

function openClientRequest(incoming: IncomingMessage, response: ServerResponse): ClientRequest {
  const headers = readHeaders(incoming);
  const departure = new ClientDeparture();
  response.on('close', () => {
    if (!response.writableFinished) departure.abort();
  });
  return {
    id: chooseRequestId(headers['x-request-id']),
    identity: ANONYMOUS,
    headers,
    signal: departure,
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
