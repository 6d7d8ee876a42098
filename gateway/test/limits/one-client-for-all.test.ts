import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Gateway } from '../../src/server.ts';
import { openHostileGraph, type HostileGraph, type Hostility } from '../../src/testing/hostile-subgraph.ts';
import { SILENT } from '../../src/testing/loggers.ts';
import { openGateway } from '../../src/testing/open-gateway.ts';
import { composeTwoSubgraphs } from '../../src/testing/two-subgraphs.ts';

/** More failures than set a level aside. */
const TIMES = 30;
const GOOD = '{"data":{"total":1}}';

let graph: HostileGraph | undefined;
let gateway: Gateway | undefined;
let level: Server | undefined;
afterEach(async () => {
  await graph?.close();
  await gateway?.stop();
  level?.closeAllConnections();
  level?.close();
  graph = gateway = level = undefined;
});

/** What the level answers to the request of one client, many times, then to that of another. */
async function dataAfter(spoilt: (response: ServerResponse) => void): Promise<unknown> {
  let isSpoilt = true;
  const hostility: Hostility = (response) => (isSpoilt ? spoilt(response) : response.end(GOOD));
  graph = await openHostileGraph(hostility, { maxSubgraphAnswerBytes: 1_000 });
  for (let n = 0; n < TIMES; n += 1) expect((await graph.ask('{ total }')).data?.['total']).toBeNull();
  isSpoilt = false;
  return (await graph.ask('{ total }')).data;
}

describe('what one client’s request causes is not held against the level', () => {
  it.each([400, 404, 413, 414, 431])(
    'a level that refuses it by %i, without GraphQL, answers the others',
    async (status) => {
      expect(await dataAfter((response) => response.writeHead(status).end())).toEqual({ total: 1 });
    },
  );

  it.each<[string, (response: ServerResponse) => void]>([
    ['is larger than may be', (response) => response.end(' '.repeat(2_000))],
    ['is no JSON', (response) => response.end('{"data":{"total":NaN}}')],
    ['sends elsewhere', (response) => response.writeHead(302, { location: '/' }).end()],
  ])('a level whose answer to it %s answers the others', async (_, spoilt) => {
    expect(await dataAfter(spoilt)).toEqual({ total: 1 });
  });

  it.each([408, 429, 500, 503])('a level that says %i is still set aside', async (status) => {
    // However long the questions take, it is not time to try again.
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(await dataAfter((response) => response.writeHead(status).end())).toEqual({ total: null });
  });
});

describe('headers handed on', () => {
  const HANDED_ON = ['authorization', 'accept-language', 'traceparent', 'tracestate', 'baggage', 'x-tenant'];
  let seen: Record<string, unknown> = {};

  async function open(options = {}): Promise<string> {
    // A level of which headers may take half of what Node allows.
    level = createServer({ maxHeaderSize: 4_096 }, (incoming, response) => {
      seen = incoming.headers;
      incoming.resume().on('end', () => response.end('{"data":{"total":3}}'));
    });
    await new Promise<void>((resolve) => level?.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(level?.address() as AddressInfo).port}/graphql`;
    gateway = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs({ regions: url, mesures: url }) },
      logger: SILENT,
      forwardedHeaders: HANDED_ON,
      ...options,
    });
    return (await gateway.listen(0, '127.0.0.1')).url;
  }

  const ask = async (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/graphql?query={total}`, { headers });

  it.each(['authorization', 'traceparent', 'baggage', 'x-tenant'])(
    'longer than a level takes fail their own request alone: %s',
    async (name) => {
      const url = await open();
      for (let n = 0; n < TIMES; n += 1) {
        const { data } = (await (await ask(url, { [name]: 'a'.repeat(5_000) })).json()) as { data: unknown };
        expect(data).toEqual({ total: null });
      }
      expect(await (await ask(url)).json()).toEqual({ data: { total: 3 } });
    },
  );

  it.each([
    ['one of them', { baggage: 'a'.repeat(8_192) }],
    ['all together', { baggage: 'a'.repeat(4_000), authorization: 'b'.repeat(4_200) }],
  ])('are refused past their bound, and reach no level: %s', async (_, headers) => {
    const url = await open();
    seen = {};
    const refused = await ask(url, headers);
    expect([refused.status, seen]).toEqual([431, {}]);
    const { errors } = (await refused.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'EN_TETES_TROP_LONGS', limite: 8_192 });
  });

  it('are bounded by what the configuration says, and others are not counted', async () => {
    const url = await open({ maxForwardedBytes: 100, forwardedHeaders: ['x-tenant'] });
    expect((await ask(url, { 'x-tenant': 'a'.repeat(92) })).status).toBe(200);
    expect((await ask(url, { 'x-tenant': 'a'.repeat(93) })).status).toBe(431);
    expect((await ask(url, { baggage: 'a'.repeat(9_000) })).status).toBe(200);
  });

  it('an id of the request longer than ours is replaced before it goes further', async () => {
    const url = await open();
    await ask(url, { 'x-request-id': 'a'.repeat(10_000) });
    expect(String(seen['x-request-id'])).toMatch(/^[\w-]{36}$/);
  });
});
