import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import type { Gateway } from '../../server.ts';
import { SILENT } from '../../testing/loggers.ts';
import { openGateway } from '../../testing/open-gateway.ts';
import { serve, type TestServer } from '../../testing/subgraph-servers.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';

let gateway: Gateway;
let url: string;
let port: number;

beforeAll(async () => {
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    hosts: ['palier.exemple.ca'],
    logger: SILENT,
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
  port = Number(new URL(url).port);
});
afterAll(() => gateway.stop());

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request as it is written, and reads what comes until the end. */
function send(head: readonly string[], body: string | Buffer = ''): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n`, 'latin1');
      socket.write(body);
    });
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'))));
  });
}

function readAnswer(text: string): Answered {
  const [head = '', ...rest] = text.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/, '').split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.replace(/^[^:]*: ?/, '')]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: rest.join('\r\n\r\n'),
  };
}

const codeOf = ({ body }: Answered): unknown =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

const LOCAL = 'host: localhost';
const DATA = '{"data":{"total":3000}}';

const post = (body: string | Buffer, ...more: readonly string[]): Promise<Answered> =>
  send(
    [
      'POST /graphql HTTP/1.1',
      LOCAL,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      ...more,
    ],
    body,
  );

describe('the target of a request', () => {
  it.each(['//ailleurs.test/', '/\\ailleurs.test/', '///', '//ailleurs.test//'])(
    'that ends by a slash leads to no other host: %s',
    async (target) => {
      const { status, headers } = await send([`GET ${target} HTTP/1.1`, LOCAL]);
      expect([status === 308, headers['location']]).toEqual([false, undefined]);
    },
  );

  it.each([
    ['a path', '/graphql?query={total}'],
    ['a whole address', 'http://localhost/graphql?query={total}'],
    ['a whole address in capitals, with a port', 'HTTP://LOCALHOST:4000/graphql?query={total}'],
    ['a whole address by TLS, before a proxy', 'https://palier.exemple.ca/graphql?query={total}'],
  ])('may be %s', async (_, target) => {
    const answer = await send([`GET ${target} HTTP/1.1`, LOCAL]);
    expect([answer.status, answer.body]).toEqual([200, DATA]);
  });

  it('may be a whole address by POST, and for the health', async () => {
    const posted = await send(
      [
        'POST http://127.0.0.1/graphql HTTP/1.1',
        LOCAL,
        'content-type: application/json',
        'content-length: 19',
      ],
      '{"query":"{total}"}',
    );
    expect(posted.body).toBe(DATA);
    expect((await send(['GET http://127.0.0.1/health HTTP/1.1', LOCAL])).status).toBe(200);
    expect((await send(['GET http://127.0.0.1 HTTP/1.1', LOCAL, 'accept: text/html'])).status).toBe(200);
  });

  it.each(['ftp://localhost/graphql', '//localhost/graphql', '/http://localhost/graphql'])(
    'is unknown when it is another: %s',
    async (target) => {
      expect((await send([`GET ${target}?query={total} HTTP/1.1`, LOCAL])).status).toBe(404);
    },
  );

  it('may be the server as a whole, for its options', async () => {
    const { status, headers } = await send(['OPTIONS * HTTP/1.1', LOCAL]);
    expect([status, headers['allow']]).toEqual([204, 'GET, HEAD, QUERY, POST, OPTIONS']);
  });
});

describe('the host', () => {
  it.each([
    'localhost',
    'LocalHost:4000',
    'localhost.',
    'palier.localhost',
    '127.0.0.1',
    '127.8.9.10:80',
    '[::1]:4000',
    'palier.exemple.ca',
    'PALIER.exemple.ca:443',
  ])('is answered to: %s', async (host) => {
    expect((await send(['GET /graphql?query={total} HTTP/1.1', `host: ${host}`])).status).toBe(200);
  });

  it.each([
    'attaquant.exemple',
    'localhost.attaquant.exemple',
    '127.0.0.1.attaquant.exemple',
    'palier.exemple.ca.attaquant.exemple',
    '10.0.0.1',
    '0.0.0.0',
    '[2001:db8::1]',
    '',
  ])('of a page that took the name of this machine is refused: « %s »', async (host) => {
    const answer = await send(['GET /graphql?query={total} HTTP/1.1', `host: ${host}`]);
    expect(answer.status).toBe(host === '' ? 400 : 421);
    expect(codeOf(answer)).toBe(host === '' ? 'HOTE_INVALIDE' : 'HOTE_REFUSE');
    expect(JSON.parse(answer.body)).not.toHaveProperty('data');
  });

  it('of a whole address counts rather than the header', async () => {
    const there = await send(['GET http://attaquant.exemple/graphql?query={total} HTTP/1.1', LOCAL]);
    expect(codeOf(there)).toBe('HOTE_REFUSE');
    const here = await send([
      'GET http://localhost/graphql?query={total} HTTP/1.1',
      'host: attaquant.exemple',
    ]);
    expect(here.body).toBe(DATA);
  });

  it.each([
    ['two of them', [LOCAL, LOCAL]],
    ['none', []],
    ['a path in it', ['host: localhost/graphql']],
    ['a name and a password', ['host: a:b@localhost']],
    ['a space', ['host: local host']],
  ])('is one, and well formed: %s', async (_, lines) => {
    expect((await send(['GET /graphql?query={total} HTTP/1.1', ...lines])).status).toBe(400);
  });

  it('may be any address once the gateway listens beyond this machine, and still no other name', async () => {
    const beyond = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      hosts: ['palier.exemple.ca'],
      logger: SILENT,
    });
    const before = port;
    port = Number(new URL((await beyond.listen(0, '0.0.0.0')).url).port);
    const statusOf = async (host: string): Promise<number> =>
      (await send(['GET /graphql?query={total} HTTP/1.1', `host: ${host}`])).status;
    try {
      for (const host of [
        '10.0.0.1',
        '192.168.1.5:4000',
        '[2001:db8::1]:4000',
        'palier.exemple.ca',
        'localhost',
      ])
        expect([host, await statusOf(host)]).toEqual([host, 200]);
      expect(await statusOf('attaquant.exemple')).toBe(421);
    } finally {
      port = before;
      await beyond.stop();
    }
  });

  it('does not keep those who watch from asking for the health', async () => {
    expect((await send(['GET /health HTTP/1.1', 'host: sonde'])).status).toBe(200);
  });
});

describe('methods', () => {
  it.each(['/graphql?query={total}', '/health', '/', '/graphql'])(
    'HEAD is GET without its body: %s',
    async (path) => {
      const [got, head] = await Promise.all([
        send([`GET ${path} HTTP/1.1`, LOCAL]),
        send([`HEAD ${path} HTTP/1.1`, LOCAL]),
      ]);
      expect([head.body, Number(head.headers['content-length'])]).toEqual(['', Buffer.byteLength(got.body)]);
      // What is of each answer alone.
      const own = { date: '', 'x-request-id': '', 'cache-status': '' };
      expect([head.status, { ...head.headers, ...own }]).toEqual([got.status, { ...got.headers, ...own }]);
    },
  );

  it('HEAD asks no mutation, and no page of another site may send it', async () => {
    const path = '/graphql?query=mutation{noter(texte:"a")}';
    expect((await send([`HEAD ${path} HTTP/1.1`, LOCAL])).status).toBe(405);
    const foreign = ['sec-fetch-site: cross-site', 'origin: https://attaquant.exemple'];
    expect((await send(['HEAD /graphql?query={total} HTTP/1.1', LOCAL, ...foreign])).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])(
    '%s is refused with those that are accepted',
    async (method) => {
      const { status, headers } = await send([`${method} /graphql HTTP/1.1`, LOCAL]);
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, QUERY, POST']);
    },
  );

  it('an expectation is met, or refused when nobody knows it', async () => {
    expect((await post('{"query":"{total}"}', 'expect: 100-continue')).body).toBe(DATA);
    expect((await post('{"query":"{total}"}', 'expect: autre')).status).toBe(417);
  });
});

describe('the bytes of a request', () => {
  const body = (letters: string): Buffer =>
    Buffer.from(`{"query":"mutation { noter(texte: \\"${letters}\\") }"}`, 'latin1');

  it.each([
    ['ISO-8859-1', 'Montr\xe9al'],
    ['Windows-1252', 'l\x92\x9cuvre'],
    ['a letter cut in two', '\xc3'],
    ['an overlong form', '\xc0\xaf'],
    ['half a pair', '\xed\xa0\x80'],
  ])('are UTF-8 in a body, or refused: %s', async (_, letters) => {
    const answer = await post(body(letters));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'CORPS_ILLISIBLE']);
  });

  it('may begin by a mark in a body', async () => {
    expect((await post('\uFEFF{"query":"{total}"}')).body).toBe(DATA);
  });

  it.each([
    ['ISO-8859-1 by percents', '%E9'],
    ['a letter cut in two', '%C3'],
    ['an overlong form', '%C0%AF'],
    ['letters before and after', '%C3%A9%E9%C3%A9'],
  ])('are UTF-8 in an address, or refused: %s', async (_, letters) => {
    const path = `/graphql?query={region(code:"${letters}"){nom}}`;
    const answer = await send([`GET ${path} HTTP/1.1`, LOCAL]);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'REQUETE_INVALIDE']);
  });

  it('say the letters they are in an address, and are written by percents', async () => {
    const asked = (letters: string): Promise<Answered> =>
      send([`GET /graphql?query={total}&variables={"t":"${letters}"} HTTP/1.1`, LOCAL]);
    expect((await asked('%C3%A9')).body).toBe(DATA);
    for (const bare of ['\xc3\xa9', '\xe9']) expect((await asked(bare)).status).toBe(400);
  });

  it('are not compressed, and the answer says so', async () => {
    const refused = await post('{"query":"{total}"}', 'content-encoding: gzip');
    expect([refused.status, refused.headers['accept-encoding']]).toEqual([415, 'identity']);
    expect((await post('{"query":"{total}"}', 'content-encoding: Identity')).body).toBe(DATA);
  });
});

describe('QUERY', () => {
  const query = (text: string, ...more: readonly string[]): Promise<Answered> => {
    const body = JSON.stringify({ query: text });
    const lines = ['content-type: application/json', `content-length: ${body.length}`, ...more];
    return send(['QUERY /graphql HTTP/1.1', LOCAL, ...lines], body);
  };

  it('reads what its body asks, under the ETag and the conditions of the same GET', async () => {
    const asked = await query('{total}');
    const got = await send(['GET /graphql?query={total} HTTP/1.1', LOCAL]);
    expect([asked.status, asked.body]).toEqual([200, DATA]);
    for (const name of ['etag', 'vary', 'cache-control'])
      expect(asked.headers[name], name).toBe(got.headers[name]);
    const again = await query('{total}', `if-none-match: ${asked.headers['etag']}`);
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('writes nothing, and takes only JSON', async () => {
    const written = await query('mutation{noter(texte:"a")}');
    expect([written.status, codeOf(written)]).toEqual([405, 'MUTATION_PAR_GET']);
    const text = await send(
      ['QUERY /graphql HTTP/1.1', LOCAL, 'content-type: text/plain', 'content-length: 2'],
      '{}',
    );
    expect([text.status, codeOf(text)]).toEqual([415, 'TYPE_DE_CORPS_REFUSE']);
  });

  it('is said where another method is refused', async () => {
    for (const method of ['PUT', 'OPTIONS'])
      expect((await send([`${method} /graphql HTTP/1.1`, LOCAL])).headers['accept-query']).toBe(
        'application/json',
      );
  });
});

describe('conditions', () => {
  const get = (...more: readonly string[]): Promise<Answered> =>
    send(['GET /graphql?query={total} HTTP/1.1', LOCAL, ...more]);

  it('an answer that is had already is not sent again, and says what it may be used for', async () => {
    const { headers } = await get();
    const { etag = '', vary, 'cache-control': cacheControl } = headers;
    for (const [known, named] of [
      [etag, etag],
      [`W/${etag}`, `W/${etag}`],
      [`"a", ${etag}`, etag],
      ['*', etag],
    ]) {
      const again = await get(`if-none-match: ${known}`);
      expect([again.status, again.body, again.headers['content-length']]).toEqual([304, '', undefined]);
      expect(again.headers).toMatchObject({ etag: named, vary, 'cache-control': cacheControl });
    }
    expect((await get('if-none-match: "autre"')).status).toBe(200);
  });

  it('a range that is asked is not owed', async () => {
    expect((await get('range: bytes=0-3')).body).toBe(DATA);
  });
});

describe('credentials in the address of a subgraph', () => {
  let level: TestServer | undefined;
  let opened: Gateway | undefined;
  afterEach(async () => {
    await opened?.stop();
    await level?.close();
  });

  async function authorizationFor(user: string, options = {}, headers = {}): Promise<unknown> {
    let seen: unknown;
    level = await serve((incoming, response) => {
      seen = incoming.headers.authorization;
      incoming.resume().on('end', () => response.end('{"data":{"total":1}}'));
    });
    const mesures = level.url.replace('http://', `http://${user}`);
    opened = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs({ regions: 'http://regions.test', mesures }) },
      logger: SILENT,
      ...options,
    });
    const { url: asked } = await opened.listen(0, '127.0.0.1');
    expect(await (await fetch(`${asked}/graphql?query={total}`, { headers })).json()).toEqual({
      data: { total: 1 },
    });
    return seen;
  }
  const basic = (text: string | Buffer): string => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each<[string, string | Buffer]>([
    ['util:secret@', 'util:secret'],
    ['util@', 'util:'],
    [':secret@', ':secret'],
    ['a%40b:p%3Aq%2F%25@', 'a@b:p:q/%'],
    ['%C3%A9:%E9@', Buffer.from([0xc3, 0xa9, 0x3a, 0xe9])],
    ['', ''],
  ])('are said to it: « %s »', async (user, said) => {
    expect(await authorizationFor(user)).toBe(user === '' ? undefined : basic(said));
  });

  it('count rather than those of a client', async () => {
    const options = { forwardedHeaders: ['authorization'] };
    const headers = { authorization: 'Bearer client' };
    expect(await authorizationFor('util:secret@', options, headers)).toBe(basic('util:secret'));
    await opened?.stop();
    await level?.close();
    expect(await authorizationFor('', options, headers)).toBe('Bearer client');
  });
});
