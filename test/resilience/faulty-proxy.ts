import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What can go wrong between a gateway and a level. */
export const FAULTS = [
  'latence',
  'suspension',
  'reset',
  'fermeture lente',
  'tronquée',
  '500',
  'JSON faux',
  'panne',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What a fault befalls: the calls alone, or also the stream by which a level tells the version of its data. */
type Reach = 'APPELS' | 'TOUT';

/** Stands before a level: hands calls on, or does to them what it was told. */
export interface FaultyProxy {
  readonly url: string;
  /** Calls that reached it since it was last told something. */
  calls(): number;
  suffer(fault: Fault | undefined, reach?: Reach): Promise<void>;
  close(): Promise<void>;
}

/** Short of any deadline. */
const LATENCY_MS = 60;
/** A byte now and then: the connection lives, the answer does not end. */
const DRIP_MS = 40;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault | undefined;
  let reach: Reach = 'TOUT';
  let calls = 0;
  const sockets = new Set<Socket>();
  const streams = new Set<Socket>();
  const server = createServer((incoming, response) => {
    if (incoming.method === 'GET') {
      streams.add(incoming.socket);
      follow(reach === 'TOUT' ? fault : undefined, target, incoming, response);
      return;
    }
    calls += 1;
    answer(fault, target, incoming, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, 0);
  const close = (): Promise<void> => {
    if (server.listening) server.close();
    for (const socket of sockets) socket.destroy();
    return Promise.resolve();
  };
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    calls: () => calls,
    async suffer(next, nextReach = 'TOUT') {
      calls = 0;
      fault = next;
      reach = nextReach;
      // What is under way must not outlive the fault that holds it.
      for (const socket of sockets)
        if (next === undefined || reach === 'TOUT' || !streams.has(socket)) socket.destroy();
      if (next === 'panne' && server.listening) server.close();
      if (next !== 'panne' && !server.listening) await listen(server, port);
    },
    close,
  };
}

async function answer(
  fault: Fault | undefined,
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'suspension') return;
  if (fault === 'reset') {
    incoming.socket.resetAndDestroy();
    return;
  }
  if (fault === '500') {
    incoming.resume();
    response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>nginx 10.0.0.7:4001</h1>');
    return;
  }
  const real = await handOn(target, incoming);
  if (fault === 'latence') await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
  const { status, headers, body } = fault === 'JSON faux' ? { ...real, body: spoil(real.body) } : real;
  response.writeHead(status, { ...headers, 'content-length': body.length });
  if (fault === 'tronquée') {
    response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
    return;
  }
  if (fault === 'fermeture lente') {
    drip(response, body);
    return;
  }
  response.end(body);
}

/** The stream of versions: handed on as it comes, unless something is wrong. */
function follow(
  fault: Fault | undefined,
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  if (fault === 'suspension' || fault === 'fermeture lente') return;
  if (fault !== undefined && fault !== 'latence') {
    incoming.socket.destroy();
    return;
  }
  const headers = keep(incoming.headers, ['accept']);
  const call = request(new URL(incoming.url ?? '/', target), { headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 500, answered.headers);
    answered.pipe(response);
    response.once('close', () => call.destroy());
  });
  call.once('error', () => response.destroy());
  call.end();
}

const spoil = (body: Buffer): Buffer => body.subarray(1);

function drip(response: ServerResponse, body: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    // The last byte never comes.
    if (sent < body.length) response.write(body.subarray(sent - 1, sent));
  }, DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

function handOn(target: string, incoming: IncomingMessage): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = keep(incoming.headers, ['content-type', 'content-length', 'accept']);
    const call = request(target, { method: 'POST', headers }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.on('end', () =>
        resolve({
          status: answered.statusCode ?? 500,
          headers: keep(answered.headers, ['content-type', 'palier-version', 'cache-control']),
          body: Buffer.concat(chunks),
        }),
      );
    });
    call.once('error', reject);
    incoming.pipe(call);
  });
}

const keep = (
  headers: IncomingMessage['headers'],
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
