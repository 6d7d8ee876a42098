import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { openHostileGraph, type HostileGraph, type Hostility } from '../../src/testing/hostile-subgraph.ts';

const GOOD = '{"data":{"total":1}}';
const MAX_BYTES = 1_000_000;

let graph: HostileGraph | undefined;
afterEach(() => graph?.close());

/** Only what never ends is given little time. */
async function open(hostility: Hostility, hostile = 600_000): Promise<HostileGraph> {
  const bounds = { maxSubgraphAnswerBytes: MAX_BYTES, subgraphTimeouts: { hostile } };
  graph = await openHostileGraph(hostility, bounds);
  return graph;
}

/** What the client reads where the hostile subgraph should have answered, the rest being there and nothing internal. */
async function codeOf(hostility: Hostility, hostileMs?: number): Promise<unknown> {
  const answer = await (await open(hostility, hostileMs)).ask('{ salut total }');
  expect(answer.data).toMatchObject({ salut: 'bonjour' });
  expect(answer.text).not.toMatch(/127\.0\.0\.1|secret|ECONN|undici|Error/);
  const [error] = answer.errors;
  if (error) expect(error).toMatchObject({ path: ['total'], extensions: { service: 'hostile' } });
  return error ? error.extensions['code'] : answer.data?.['total'];
}

const timeFor = (code: unknown): number | undefined => (code === 'DELAI_DEPASSE' ? 300 : undefined);

/** Answers by bytes of its own, as no HTTP server would. */
const raw =
  (...lines: readonly string[]) =>
  ({ socket }: ServerResponse): void =>
    void socket?.end(lines.join('\r\n'));

const withHeaders =
  (headers: Readonly<Record<string, string | string[]>>, body: string | Buffer = GOOD, status = 200) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body);

describe('a subgraph that sends elsewhere', () => {
  it.each([301, 302, 303, 307, 308])('is not followed: %i', async (status) => {
    expect(await codeOf(withHeaders({ location: '/graphql' }, '', status))).toBe('REPONSE_INVALIDE');
    expect(graph?.calls()).toBe(1);
  });
});

describe('what goes with an answer', () => {
  it('is not handed to the client: cookies, cache, cross-origin, anything', async () => {
    const opened = await open(
      withHeaders({
        'set-cookie': ['session=secret; Path=/', 'b=c'],
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000',
        'x-powered-by': 'secret',
        'www-authenticate': 'Basic',
        'palier-identite': 'secret',
      }),
    );
    const { headers, data } = await opened.ask('{ salut total }');
    expect(data).toEqual({ salut: 'bonjour', total: 1 });
    for (const name of [
      'set-cookie',
      'access-control-allow-origin',
      'x-powered-by',
      'www-authenticate',
      'palier-identite',
    ])
      expect(headers.get(name)).toBeNull();
    expect(headers.get('cache-control') ?? '').not.toContain('31536000');
  });

  it.each([
    ['text/html'],
    ['text/event-stream'],
    ['multipart/mixed; boundary="-"'],
    ['application/json; charset=utf-16'],
    ['x'.repeat(2_000)],
  ])('does not make a page of a JSON answer, nor another thing: %s', async (type) => {
    expect(await codeOf(withHeaders({ 'content-type': type }))).toBe(1);
  });

  it.each([
    ['a hundred thousand bytes of headers', { 'x-a': 'a'.repeat(100_000) }],
    ['ten thousand headers', Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`x-${n}`, 'a']))],
  ])('is bounded: %s', async (_, headers) => {
    expect(await codeOf(withHeaders(headers))).toBe('SERVICE_INDISPONIBLE');
  });
});

describe('bytes that are not quite HTTP', () => {
  it.each<[string, unknown, Hostility]>([
    [
      'both a length and chunks',
      'SERVICE_INDISPONIBLE',
      raw('HTTP/1.1 200 OK', 'content-length: 5', 'transfer-encoding: chunked', '', '0', '', ''),
    ],
    [
      'two lengths',
      'SERVICE_INDISPONIBLE',
      raw('HTTP/1.1 200 OK', 'content-length: 20', 'content-length: 2', '', GOOD),
    ],
    [
      'a length that is none',
      'SERVICE_INDISPONIBLE',
      raw('HTTP/1.1 200 OK', 'content-length: +20', '', GOOD),
    ],
    [
      'a chunk of no size',
      'SERVICE_INDISPONIBLE',
      raw('HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', 'zz', GOOD, '0', '', ''),
    ],
    ['no HTTP at all', 'SERVICE_INDISPONIBLE', raw('SSH-2.0-secret', '')],
    [
      'a body of invalid UTF-8',
      'REPONSE_INVALIDE',
      (response) => response.end(Buffer.from([0xff, 0xfe, 0x7b])),
    ],
    [
      'informations without end',
      'DELAI_DEPASSE',
      ({ socket }) => void socket?.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(10)),
    ],
    [
      'a switch of protocol',
      'SERVICE_INDISPONIBLE',
      raw('HTTP/1.1 101 Switching Protocols', 'upgrade: secret', 'connection: upgrade', '', ''),
    ],
  ])('%s: %s', async (_, code, hostility) => {
    expect(await codeOf(hostility, timeFor(code))).toBe(code);
  });

  it('a second answer after the first is given to no other question', async () => {
    const one = `HTTP/1.1 200 OK\r\ncontent-length: ${GOOD.length}\r\n\r\n${GOOD}`;
    const other = '{"data":{"total":666}}';
    const two = `HTTP/1.1 200 OK\r\ncontent-length: ${other.length}\r\n\r\n${other}`;
    const opened = await open(({ socket }) => void socket?.write(one + two));
    for (let n = 0; n < 5; n += 1) expect((await opened.ask('{ total }')).data?.['total']).toBe(1);
  });
});

describe('time and size', () => {
  it.each<[string, unknown, Hostility]>([
    ['closes early', 'SERVICE_INDISPONIBLE', (response) => response.destroy()],
    [
      'closes in the middle of its body',
      'SERVICE_INDISPONIBLE',
      (response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"data"');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['never answers', 'DELAI_DEPASSE', () => undefined],
    ['answers by drops', 'DELAI_DEPASSE', (response) => every(20, response, () => response.write(' '))],
    [
      'sends its headers by drops',
      'DELAI_DEPASSE',
      (response) => {
        response.socket?.write('HTTP/1.1 200 OK\r\nx-a: ');
        every(20, response, () => response.socket?.write('a'));
      },
    ],
    [
      'answers without end',
      'REPONSE_TROP_GRANDE',
      (response) => endless(response, Buffer.alloc(65_536, ' ')),
    ],
    ['announces more than it may', 'REPONSE_TROP_GRANDE', withHeaders({}, Buffer.alloc(MAX_BYTES + 1, ' '))],
  ])('of one that %s: %s, in its time', async (_, code, hostility) => {
    expect(await codeOf(hostility, timeFor(code))).toBe(code);
  });

  it('an answer a byte at a time holds no more memory than a whole one may', async () => {
    const crumbs = Buffer.from('1\r\n \r\n'.repeat(10_000));
    const before = process.memoryUsage().rss;
    const hostility: Hostility = ({ socket }) => {
      socket?.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const more = (): void => {
        while (socket && !socket.destroyed && socket.write(crumbs));
      };
      socket?.on('error', () => undefined).on('drain', more);
      more();
    };
    expect(await codeOf(hostility)).toBe('REPONSE_TROP_GRANDE');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

function every(ms: number, response: ServerResponse, work: () => void): void {
  const timer = setInterval(work, ms);
  response.on('close', () => clearInterval(timer));
  response.socket?.on('close', () => clearInterval(timer)).on('error', () => undefined);
}

function endless(response: ServerResponse, piece: Buffer): void {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}
