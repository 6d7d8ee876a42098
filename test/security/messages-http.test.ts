import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createListener } from '@palier/gateway/http/listener';
import { readBody } from '@palier/gateway/http/body';
import { openDoor, post, type AttackedDoor } from './open-two-subgraphs.ts';
import { postText, sendRaw, statusesIn } from './raw.ts';
import { SILENT } from '@palier/gateway/testing/loggers';

let door: AttackedDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const QUERY = JSON.stringify({ query: '{ total }' });
const TOTAL = '"data":{"total":3000}';

describe('a message that two servers would read differently', () => {
  it.each([
    [
      'a length and chunks',
      postText(`${QUERY.length.toString(16)}\r\n${QUERY}\r\n0\r\n\r\n`, [
        'content-length: 5',
        'transfer-encoding: chunked',
      ]),
    ],
    ['two lengths', postText(QUERY, ['content-length: 5', `content-length: ${QUERY.length}`])],
    ['a length that is not a number', postText(QUERY, ['content-length: +19'])],
    ['an encoding that hides chunks', postText(QUERY, ['transfer-encoding: xchunked'])],
    ['chunked before another encoding', postText(QUERY, ['transfer-encoding: chunked, identity'])],
    [
      'a chunk size with letters after it',
      postText(`13zz\r\n${QUERY}\r\n0\r\n\r\n`, ['transfer-encoding: chunked']),
    ],
    ['a folded header', postText(QUERY, ['x-a: b\r\n c: d'])],
    ['a space before the colon', postText(QUERY, ['x-a : b'])],
    ['a bare line feed', Buffer.from('POST /graphql HTTP/1.1\nhost: localhost\ncontent-length: 0\n\n')],
    ['a null byte in a header', postText(QUERY, ['x-a: b\0c'])],
    ['no host', Buffer.from('GET /health HTTP/1.1\r\nconnection: close\r\n\r\n')],
  ])('is refused and its connection closed: %s', async (_, bytes) => {
    const text = await sendRaw(door.url, bytes);
    expect(statusesIn(text).filter((status) => status !== 400)).toEqual([]);
    expect(text).not.toContain(TOTAL);
  });

  it('does not let a second request hide in the body of a first', async () => {
    const hidden = 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const text = await sendRaw(door.url, postText(`${QUERY}${hidden}`, [`content-length: ${QUERY.length}`]));
    expect(statusesIn(text)).toHaveLength(1);
    expect(text).not.toContain('pret');
  });
});

describe('a message that is too large', () => {
  it('in its headers is refused before it is read', async () => {
    const text = await sendRaw(door.url, postText(QUERY, [`x-long: ${'a'.repeat(20_000)}`]));
    expect(statusesIn(text)).toEqual([431]);
  });

  it('in its address is refused before it is read', async () => {
    const long = encodeURIComponent(`{ total ${'#'.repeat(20_000)} }`);
    const text = await sendRaw(
      door.url,
      `GET /graphql?query=${long} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    );
    expect(statusesIn(text)).toEqual([431]);
  });

  it('in chunks stops at the limit, whatever it announces', async () => {
    const small = await openDoor({ maxBodyBytes: 10_000 });
    const chunk = `2710\r\n${' '.repeat(10_000)}\r\n`;
    const text = await sendRaw(small.url, postText(chunk.repeat(20), ['transfer-encoding: chunked']));
    expect(statusesIn(text)).toEqual([413]);
    expect(text).toContain('CORPS_TROP_GRAND');
    await small.close();
  });
});

describe('a client that sends by drops', () => {
  it('holds its own connection and nobody else’s', async () => {
    const { port } = new URL(door.url);
    const head =
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n';
    const slow = Array.from({ length: 200 }, (_, index) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(index % 2 ? head : `${head}\r\n{"q`),
      );
      return socket.on('error', () => undefined);
    });
    await wait(300);
    const { data } = await post(door.url, { query: '{ total }' });
    expect(data).toEqual({ total: 3000 });
    for (const socket of slow) socket.destroy();
  });

  it('is cut off when its headers do not end, and when its body does not', async () => {
    const impatient = createListener({
      steps: [async ({ incoming }) => ({ status: 200, body: await readBody(incoming, 1_000) })],
      observer: {},
      trustedProxies: 0,
      patience: { headersMs: 400, requestMs: 800 },
      logger: SILENT,
    });
    const { url } = await impatient.listen(0, '127.0.0.1');
    const head =
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n';
    const [headers, body] = await Promise.all([
      sendRaw(url, head, 30_000),
      sendRaw(url, `${head}\r\n{"query":`, 30_000),
    ]);
    expect(statusesIn(headers)).toEqual([408]);
    expect(statusesIn(body)).toEqual([408]);
    await impatient.stop();
  });
});

describe('a method', () => {
  it.each(['PUT', 'PATCH', 'DELETE'])('%s is refused, and told which are not', async (method) => {
    const response = await fetch(`${door.url}/graphql`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, QUERY, POST']);
  });

  it.each(['TRACE /graphql', 'CONNECT /graphql', 'CONNECT a.test:443', 'TRACK /graphql', 'DEBUG /graphql'])(
    '%s echoes and opens nothing',
    async (line) => {
      const text = await sendRaw(
        door.url,
        `${line} HTTP/1.1\r\nhost: localhost\r\nx-secret: rien-de-tel\r\nconnection: close\r\n\r\n`,
        1_000,
      );
      expect(statusesIn(text).filter((status) => status < 400)).toEqual([]);
      expect(text).not.toContain('rien-de-tel');
    },
  );

  it('OPTIONS tells what is allowed and nothing else', async () => {
    const response = await fetch(`${door.url}/graphql`, { method: 'OPTIONS' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('cannot be another one by a header', async () => {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { 'x-http-method-override': 'DELETE', 'content-type': 'application/json' },
      body: QUERY,
    });
    expect(response.status).toBe(200);
  });
});

describe('a path', () => {
  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/....//....//etc/passwd',
    '/%00',
    '/index.html%00.js',
    '//etc/passwd',
    '/graphql/../health',
    '/GRAPHQL',
    '/graphql;x=1',
    '/.env',
    '/.git/config',
    '/package.json',
    '/__proto__',
    '/constructor',
  ])('%s leads nowhere', async (path) => {
    const text = await sendRaw(
      door.url,
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    );
    expect(statusesIn(text)).toEqual([404]);
    expect(text).toContain('ADRESSE_INCONNUE');
    expect(text).not.toMatch(/root:|"dependencies"/);
  });

  it.each([
    ['/graphql/', '/graphql'],
    ['/graphql//?query={total}', '/graphql?query={total}'],
    ['/.git/config/', '/.git/config'],
  ])('%s leads to %s, and to no other host', async (path, address) => {
    const text = await sendRaw(
      door.url,
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    );
    expect(statusesIn(text)).toEqual([308]);
    expect(text).toMatch(new RegExp(`^location: ${address.replace(/[?.{}]/g, '\\$&')}\r$`, 'im'));
  });

  it('with a host of others in it reaches nothing', async () => {
    const text = await sendRaw(
      door.url,
      'GET http://interne.test/graphql?query={total} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    );
    expect(statusesIn(text)).toEqual([421]);
  });
});
