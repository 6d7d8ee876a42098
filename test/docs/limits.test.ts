import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { composeTwoSubgraphs, createTwoCallers } from '@palier/gateway/testing/two-subgraphs';
import type { Gateway } from '@palier/gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PAGE = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
const JSON_BODY = { 'content-type': 'application/json' };
const GRAPHQL = { ...JSON_BODY, accept: 'application/graphql-response+json' };
const post = (query: string, headers: Readonly<Record<string, string>> = GRAPHQL): RequestInit => ({
  method: 'POST',
  headers,
  body: JSON.stringify({ query }),
});
const upload = (): RequestInit => {
  const body = new FormData();
  body.set('operations', JSON.stringify({ query: '{ total }' }));
  body.set('map', '{"0":["variables.f"]}');
  body.set('0', new Blob(['x']), 'x.csv');
  return { method: 'POST', body };
};

/** Each asked for real, by the name that the page gives it. */
const ASKED: Readonly<Record<string, readonly [path: string, request: RequestInit]>> = {
  'a subscription': ['/graphql', post('subscription { total }')],
  'a stream of events': ['/graphql', post('{ total }', { ...JSON_BODY, accept: 'text/event-stream' })],
  '`@defer`': ['/graphql', post('{ ... @defer { total } }')],
  '`@stream`': ['/graphql', post('{ total @stream }')],
  'an answer in parts': ['/graphql', post('{ total }', { ...JSON_BODY, accept: 'multipart/mixed' })],
  'a batch': ['/graphql', { method: 'POST', headers: JSON_BODY, body: '[{"query":"{ total }"}]' }],
  'a file': ['/graphql', upload()],
  'a text as the body': [
    '/graphql',
    { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: '{ total }' },
  ],
  'a form': [
    '/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={total}',
    },
  ],
  'a compressed body': [
    '/graphql',
    { method: 'POST', headers: { ...JSON_BODY, 'content-encoding': 'gzip' }, body: 'x' },
  ],
  'another method': ['/graphql', { method: 'PUT', headers: JSON_BODY, body: '{}' }],
  'a name for a text unknown here': [
    '/graphql',
    { method: 'POST', headers: JSON_BODY, body: '{"documentId":"inconnue"}' },
  ],
  'another address': ['/graphql/stream', post('{ total }')],
};

describe('what docs/limits.md says is not done', () => {
  let gateway: Gateway;
  let url = '';
  beforeAll(async () => {
    gateway = await openGateway({ supergraph: { sdl: composeTwoSubgraphs() }, callers: createTwoCallers() });
    ({ url } = await gateway.listen(0, '127.0.0.1'));
  });
  afterAll(() => gateway.stop());

  const rows = new Map(
    PAGE.split('\n').flatMap((line) => {
      const [, name, status, code] = /^\| (.+?) +\| (\d{3}) +\| `(\w+)` +\|/.exec(line) ?? [];
      return name === undefined ? [] : [[name, [Number(status), code]] as const];
    }),
  );

  it('is listed there, each with what a client sees', () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(ASKED).sort());
  });

  it.each(Object.entries(ASKED))('is refused as it says: %s', async (name, [path, request]) => {
    const answer = await fetch(`${url}${path}`, request);
    const { data, errors } = (await answer.json()) as {
      data?: unknown;
      errors: { message: string; extensions: { code: string } }[];
    };
    expect([answer.status, errors[0]?.extensions.code]).toEqual(rows.get(name));
    expect([data, errors[0]?.message.length]).toEqual([undefined, expect.any(Number)]);
  });

  it('opens no socket that stays, and compresses nothing', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'accept-encoding': 'gzip' };
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/graphql?query={total}`, { headers }, resolve)
        .on('upgrade', () => reject(new Error('It was upgraded')))
        .on('error', reject);
    });
    const answer = await answered;
    answer.resume();
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, undefined]);
    expect(PAGE).toContain('**WebSocket**');
  });

  it('serves no supergraph whose fields are asked of REST services', async () => {
    const link = '@link(url: "https://specs.apollo.dev/connect/v0.1", for: EXECUTION)';
    const sdl = composeTwoSubgraphs().replace(/^schema/, `schema ${link}`);
    const opening = openGateway({ supergraph: { sdl }, callers: createTwoCallers() });
    await expect(opening).rejects.toThrow(/SUPERGRAPHE_INVALIDE|supergraphe/);
    expect(PAGE).toContain('**Connectors**');
  });
});
