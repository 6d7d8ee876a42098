import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, openDoor, post, toSaid, type AttackedDoor } from './open-two-subgraphs.ts';

let door: AttackedDoor;
let strict: AttackedDoor;
beforeAll(async () => {
  door = await openDoor();
  strict = await openDoor({ corsOrigins: ['https://tableau.exemple.ca'] });
});
afterAll(() => Promise.all([door.close(), strict.close()]));

const MUTATION = 'mutation { noter(texte: "a") }';
const QUERY = '{ total }';

describe('a page of another site, which a browser lets send without asking first', () => {
  const json = JSON.stringify({ query: MUTATION });
  it.each([
    ['JSON announced as text', 'text/plain', json],
    ['JSON announced as text, with JSON as a parameter', 'text/plain; application/json', json],
    ['a form', 'application/x-www-form-urlencoded', new URLSearchParams({ query: MUTATION }).toString()],
    [
      'a form with files',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${MUTATION}\r\n--x--`,
    ],
    ['GraphQL text', 'application/graphql', MUTATION],
    ['a type that ends like JSON', 'application/json-patch+json', json],
    ['a type that begins like JSON', 'application/jsonp', json],
    ['a list of types', 'text/plain, application/json', json],
    ['another charset', 'application/json; charset=utf-7', json],
  ])('gets nothing by POST: %s', async (_, type, body) => {
    const said = await post(door.url, body, { 'content-type': type });
    expect([said.status, said.codes]).toEqual([415, ['TYPE_DE_CORPS_REFUSE']]);
  });

  it('gets nothing by a POST without a type', async () => {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(json)),
    });
    expect((await toSaid(response)).codes).toEqual(['TYPE_DE_CORPS_REFUSE']);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [{ 'sec-fetch-site': 'CROSS-SITE' }],
    [{ 'sec-fetch-site': 'inconnu' }],
    [{ origin: 'https://exemple.ca' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
  ])('gets nothing by GET with %j', async (headers) => {
    const said = await get(door.url, { query: QUERY }, headers);
    expect([said.status, said.codes]).toEqual([403, ['ORIGINE_REFUSEE']]);
  });

  it('may ask when it carries a header that the browser asked leave for', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' };
    expect((await get(door.url, { query: QUERY }, headers)).data).toEqual({ total: 3000 });
  });

  it('never changes anything by GET, whatever it carries', async () => {
    for (const headers of [{}, { 'apollo-require-preflight': '1' }, { 'x-http-method-override': 'POST' }]) {
      const said = await get(door.url, { query: MUTATION }, headers);
      expect([said.status, said.codes]).toEqual([405, ['MUTATION_PAR_GET']]);
    }
    const two = await get(door.url, {
      query: `query A ${QUERY} ${MUTATION.replace('mutation', 'mutation B')}`,
      operationName: 'B',
    });
    expect(two.status).toBe(405);
  });
});

describe('an origin that looks like an allowed one', () => {
  it.each([
    'null',
    '',
    'https://tableau.exemple.ca.pirate.ca',
    'https://pirate-tableau.exemple.ca',
    'https://tableau.exemple.ca:8443',
    'http://tableau.exemple.ca',
    'https://tableau.exemple.ca/',
    'https://TABLEAU.exemple.ca',
    'https://a.tableau.exemple.ca',
    'https://tableau.exemple.ca, https://pirate.ca',
    'file://',
    'https://studio.apollographql.com',
    'http://localhost:3000',
  ])('may not read: %s', async (origin) => {
    const said = await post(strict.url, { query: QUERY }, { origin });
    expect(said.headers.get('access-control-allow-origin')).toBeNull();
    expect(said.headers.get('access-control-allow-credentials')).toBeNull();
    const preflight = await fetch(`${strict.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(preflight.headers.get('access-control-allow-methods')).toBeNull();
  });

  it.each([
    'http://localhost.pirate.ca:80',
    'http://127.0.0.1.pirate.ca',
    'http://127.0.0.1@pirate.ca',
    'http://localhost:80:80',
    'http://localhost:',
    'http://localhost:80/a',
    'http://localhost:999999',
    'http://xlocalhost:80',
    'https://localhost:443',
  ])('may not read with a port of its choice: %s', async (origin) => {
    const said = await post(door.url, { query: QUERY }, { origin });
    expect(said.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is told apart by caches, and the allowed one is named alone, without credentials', async () => {
    const said = await post(strict.url, { query: QUERY }, { origin: 'https://tableau.exemple.ca' });
    expect(said.headers.get('access-control-allow-origin')).toBe('https://tableau.exemple.ca');
    expect(said.headers.get('access-control-allow-credentials')).toBeNull();
    expect(said.headers.get('vary')).toContain('Origin');
    expect((await post(strict.url, { query: QUERY })).headers.get('vary')).toContain('Origin');
  });
});

describe('a page that frames, sniffs or runs an answer', () => {
  it.each(['/', '/graphql?query={total}', '/health', '/inconnu', '/graphql?query={'])(
    'cannot: %s',
    async (path) => {
      const { headers } = await fetch(door.url + path);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('that shows what was asked gets it as data, never as a page', async () => {
    const said = await get(door.url, { query: '{ <script>alert(1)</script> }' });
    expect(said.headers.get('content-type')).toMatch(/^application\/json/);
    const visited = await fetch(`${door.url}/graphql?query=${encodeURIComponent('<script>')}`, {
      headers: { accept: 'text/html' },
    });
    expect(visited.status).toBe(406);
    expect(visited.headers.get('content-type')).toMatch(/json/);
  });
});
