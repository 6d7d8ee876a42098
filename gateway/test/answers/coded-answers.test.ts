import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openHostileGraph, type HostileGraph, type Hostility } from '../../src/testing/hostile-subgraph.ts';

const GOOD = '{"data":{"texte":"é"}}';
const MAX_BYTES = 1_000_000;

let graph: HostileGraph | undefined;
afterEach(() => graph?.close());

/** The text, or the code of the error that stands in its place. */
async function textOf(hostility: Hostility): Promise<unknown> {
  graph = await openHostileGraph(hostility, { maxSubgraphAnswerBytes: MAX_BYTES });
  const { data, errors } = await graph.ask('{ texte }');
  return errors[0]?.extensions['code'] ?? data?.['texte'];
}

const coded =
  (coding: string | string[], body: Buffer) =>
  (response: ServerResponse): void =>
    void response.setHeader('content-encoding', coding).end(body);

describe('an answer that is compressed', () => {
  it.each<[string, string | string[], Buffer]>([
    ['gzip', 'gzip', gzipSync(GOOD)],
    ['x-gzip', 'X-GZip', gzipSync(GOOD)],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(GOOD.slice(0, 9)), gzipSync(GOOD.slice(9))])],
    ['deflate', 'deflate', deflateSync(GOOD)],
    ['deflate without its header', 'deflate', deflateRawSync(GOOD)],
    ['br', 'br', brotliCompressSync(GOOD)],
    ['one on another', 'deflate, gzip', gzipSync(deflateSync(GOOD))],
    ['one on another, in two lines', ['br', 'gzip'], gzipSync(brotliCompressSync(GOOD))],
    ['identity', 'identity', Buffer.from(GOOD)],
  ])('is read: %s', async (_, coding, body) => {
    expect(await textOf(coded(coding, body))).toBe('é');
  });

  it.each<[string, string, Buffer]>([
    ['another coding', 'zstd', Buffer.from(GOOD)],
    ['none such', 'constructor', Buffer.from(GOOD)],
    ['cut short', 'gzip', gzipSync(GOOD).subarray(0, -9)],
    ['not what it says', 'gzip', Buffer.from(GOOD)],
    ['more codings than anybody puts', 'gzip, gzip, gzip, gzip', gzipSync(GOOD)],
    [
      'letters that are not UTF-8 within',
      'gzip',
      gzipSync(Buffer.from('{"data":{"texte":"\xe9"}}', 'latin1')),
    ],
  ])('is refused: %s', async (_, coding, body) => {
    expect(await textOf(coded(coding, body))).toBe('REPONSE_INVALIDE');
  });

  it.each<[string, string, Buffer]>([
    ['gzip', 'gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', 'br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip within gzip', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('is unpacked no further than an answer may be: %s', async (_, coding, body) => {
    expect(await textOf(coded(coding, body))).toBe('REPONSE_TROP_GRANDE');
  });

  it('is not asked for', async () => {
    let asked: unknown;
    await textOf((response) => {
      asked = response.req.headers['accept-encoding'];
      response.end(GOOD);
    });
    expect(asked).toBe('identity');
  });
});

describe('the bytes of an answer', () => {
  const said = (type: string, body: Buffer) => (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': type }).end(body);

  it.each([
    ['ISO-8859-1 that says so', 'application/json; charset=iso-8859-1', '{"data":{"texte":"Montr\xe9al"}}'],
    ['Windows-1252 that says nothing', 'application/json', '{"data":{"texte":"l\x92\x9cuvre"}}'],
    ['a letter cut in two', 'application/json; charset=utf-8', '{"data":{"texte":"\xc3"}}'],
    ['an overlong form', 'application/json', '{"data":{"texte":"\xc0\xaf"}}'],
    ['half a pair', 'application/json', '{"data":{"texte":"\xed\xa0\x80"}}'],
  ])('that are not UTF-8 are refused, and no letter is replaced: %s', async (_, type, latin1) => {
    expect(await textOf(said(type, Buffer.from(latin1, 'latin1')))).toBe('REPONSE_INVALIDE');
  });

  it('may begin with a mark', async () => {
    expect(await textOf(said('application/json', Buffer.from(`\uFEFF${GOOD}`)))).toBe('é');
  });
});

describe('informations before an answer', () => {
  /** Answers by bytes of its own, each piece a while after the other. */
  const raw =
    (...pieces: readonly string[]) =>
    ({ socket }: ServerResponse): void =>
      pieces.forEach((piece, index) => setTimeout(() => socket?.write(piece), index * 20));
  const ANSWER = `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(GOOD)}\r\n\r\n${GOOD}`;
  const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

  it.each<[string, Hostility]>([
    ['one, with the answer', raw(CONTINUE + ANSWER)],
    ['one, then the answer', raw(CONTINUE, ANSWER)],
    ['several of them', raw(CONTINUE + CONTINUE, CONTINUE, ANSWER)],
    ['one with headers', raw('HTTP/1.1 100 Go\r\ndate: x\r\nserver: IIS\r\n\r\n', ANSWER)],
    ['one in pieces', raw('HT', 'TP/1.1 10', '0 Continue\r', '\n\r', `\n${ANSWER}`)],
    ['one without a reason', raw('HTTP/1.1 100\r\n\r\n', ANSWER)],
    ['others', raw('HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n', ANSWER)],
    ['an answer in pieces after none', raw('HTT', 'P/1.1 2', ANSWER.slice(10))],
  ])('are borne: %s', async (_, hostility) => {
    expect(await textOf(hostility)).toBe('é');
    expect(graph?.calls()).toBe(1);
  });

  it('leave alone a body that looks like one', async () => {
    const text = `HTTP/1.1 100 Continue\\r\\n\\r\\n`;
    const body = `{"data":{"texte":"${text}"}}`;
    const head = `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n{"data":{"texte":"`;
    const hostility: Hostility = ({ socket }) => {
      socket?.write(CONTINUE + head);
      setTimeout(() => socket?.write(body.slice('{"data":{"texte":"'.length)), 20);
    };
    graph = await openHostileGraph(hostility);
    expect((await graph.ask('{ texte }')).data).toEqual({ texte: 'HTTP/1.1 100 Continue\r\n\r\n' });
  });

  it('are borne at each question of one connection', async () => {
    graph = await openHostileGraph((response) => {
      response.writeContinue();
      response.end(GOOD);
    });
    for (let n = 0; n < 3; n += 1) expect((await graph.ask('{ texte }')).data).toEqual({ texte: 'é' });
    expect(graph.calls()).toBe(3);
  });

  it.each([
    ['a switch of protocol that nobody asked', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['a head without end', `HTTP/1.1 100 Go\r\nx-a: ${'a'.repeat(100_000)}`],
  ])('are refused: %s', async (_, bytes) => {
    expect(await textOf(raw(bytes))).toBe('SERVICE_INDISPONIBLE');
  });
});
