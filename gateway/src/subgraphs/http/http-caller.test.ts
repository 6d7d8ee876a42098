import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../errors/errors.ts';
import { ANONYMOUS } from '../../request/identity.ts';
import { createHttpCaller, type HttpCallerOptions } from './http-caller.ts';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../../request/subgraph-caller.ts';
import { readText, serve, type TestServer } from '../../testing/subgraph-servers.ts';

const OPTIONS: HttpCallerOptions = {
  timeoutMs: 600_000,
  maxAnswerBytes: 10_000,
  concurrency: 4,
  forwardedHeaders: ['palier-au'],
};
const ANSWER = '{"data":{"total":1}}';

let server: TestServer | undefined;
let caller: SubgraphCaller | undefined;
let seen = 0;

afterEach(async () => {
  await caller?.close?.();
  await server?.close();
});

type Behaviour = (response: ServerResponse, call: number, incoming: IncomingMessage) => void;

async function reach(behaviour: Behaviour, options: Partial<HttpCallerOptions> = {}): Promise<void> {
  seen = 0;
  const listener: RequestListener = (incoming, response) => {
    seen += 1;
    const call = seen;
    void readText(incoming).then(
      () => behaviour(response, call, incoming),
      () => undefined,
    );
  };
  server = await serve(listener);
  caller = createHttpCaller({ name: 'mesures', url: server.url }, { ...OPTIONS, ...options });
}

const requestFor = (
  operationKind: 'query' | 'mutation',
  signal = new AbortController().signal,
): SubgraphRequest => ({
  subgraph: 'mesures',
  query: operationKind === 'query' ? '{ total }' : 'mutation { noter }',
  operationKind,
  variables: {},
  clientRequest: {
    id: 'essai-0001',
    identity: ANONYMOUS,
    headers: { 'palier-au': '2026-01-01T00:00:00Z', cookie: 'a=b' },
    signal,
  },
});

const call = (kind: 'query' | 'mutation' = 'query'): Promise<GraphQLResponseLike> => {
  if (!caller) throw new Error('No caller');
  return caller.call(requestFor(kind));
};
const codeOf = async (kind: 'query' | 'mutation' = 'query'): Promise<string> =>
  call(kind).then(
    () => 'OK',
    (error: unknown) => (error as Refusal).code,
  );

describe('a call by HTTP', () => {
  it('hands on the request id and the headers named, nothing else', async () => {
    let headers: IncomingMessage['headers'] = {};
    await reach((response, _, incoming) => {
      headers = incoming.headers;
      response.end(ANSWER);
    });
    expect(await call()).toMatchObject({ data: { total: 1 } });
    expect(headers).toMatchObject({ 'x-request-id': 'essai-0001', 'palier-au': '2026-01-01T00:00:00Z' });
    expect(headers).not.toHaveProperty('cookie');
  });

  it('keeps a GraphQL answer whatever its status', async () => {
    await reach((response) => response.writeHead(400).end('{"errors":[{"message":"non"}]}'));
    expect(await call()).toEqual({ errors: [{ message: 'non' }], facts: { bytes: 30 } });
  });
});

describe('a subgraph that fails', () => {
  it.each<[string, string, Behaviour]>([
    ['never answers', 'DELAI_DEPASSE', () => undefined],
    ['stops in the middle', 'DELAI_DEPASSE', (response) => void response.writeHead(200).write('{"data":')],
    ['answers by drops', 'DELAI_DEPASSE', (response) => void drip(response)],
    ['resets', 'SERVICE_INDISPONIBLE', (response) => response.destroy()],
    [
      'cuts a body it announced',
      'SERVICE_INDISPONIBLE',
      (response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"data":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['is an unwell proxy', 'SERVICE_INDISPONIBLE', (response) => response.writeHead(502).end('<html>')],
    ['redirects', 'REPONSE_INVALIDE', (response) => response.writeHead(302, { location: '/ailleurs' }).end()],
    ['answers a page', 'REPONSE_INVALIDE', (response) => response.end('<html>')],
    ['answers a list', 'REPONSE_INVALIDE', (response) => response.end('[]')],
    ['answers null', 'REPONSE_INVALIDE', (response) => response.end('null')],
    ['answers nothing known', 'REPONSE_INVALIDE', (response) => response.end('{"result":1}')],
    ['gives data that are no object', 'REPONSE_INVALIDE', (response) => response.end('{"data":[1]}')],
    ['answers without end', 'REPONSE_TROP_GRANDE', (response) => endless(response)],
  ])('%s: %s', async (_, code, behaviour) => {
    await reach(behaviour, code === 'DELAI_DEPASSE' ? { timeoutMs: 300 } : {});
    expect(await codeOf()).toBe(code);
  });

  it('is not there', async () => {
    caller = createHttpCaller({ name: 'mesures', url: 'http://127.0.0.1:4149/graphql' }, OPTIONS);
    expect(await codeOf()).toBe('SERVICE_INDISPONIBLE');
    caller = createHttpCaller({ name: 'mesures', url: 'ftp://exemple' }, OPTIONS);
    expect(await codeOf()).toBe('SERVICE_INDISPONIBLE');
  });
});

describe('a retry', () => {
  const failOnce: Behaviour = (response, number) =>
    number === 1 ? response.destroy() : response.end(ANSWER);

  it('saves a read', async () => {
    await reach(failOnce);
    expect(await call()).toMatchObject({ data: { total: 1 } });
    expect(seen).toBe(2);
  });

  it('is never made of a write', async () => {
    await reach(failOnce);
    expect(await codeOf('mutation')).toBe('SERVICE_INDISPONIBLE');
    expect(seen).toBe(1);
  });

  it('is made once, and never after the time is over', async () => {
    await reach((response) => response.destroy());
    await codeOf();
    expect(seen).toBe(2);
    await caller?.close?.();
    await server?.close();
    await reach(() => undefined, { timeoutMs: 1_000 });
    await codeOf();
    expect(seen).toBe(1);
  });
});

describe('a hostile answer', () => {
  it.each([
    '{"data":{"__proto__":{"pollue":1},"total":1}}',
    '{"data":{"\\u005f_proto__":{"pollue":1},"total":1}}',
  ])('keeps the keys that would replace a prototype, as keys: %s', async (text) => {
    await reach((response) => response.end(text));
    const { data } = await call();
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'total']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['pollue']).toBeUndefined();
  });

  it('has its errors reduced to their known parts', async () => {
    await reach((response) =>
      response.end(
        '{"data":null,"errors":[3,{"message":4,"path":"a","stack":"b"},{"message":"m","path":["a",1]}]}',
      ),
    );
    expect(await call()).toEqual({
      data: null,
      errors: [{ message: '' }, { message: '' }, { message: 'm', path: ['a', 1] }],
      facts: { bytes: 94 },
    });
  });
});

describe('many calls', () => {
  it('are let through a few at a time', async () => {
    let atOnce = 0;
    let most = 0;
    await reach((response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setTimeout(() => {
        atOnce -= 1;
        response.end(ANSWER);
      }, 10);
    });
    await Promise.all(Array.from({ length: 40 }, () => call()));
    expect(most).toBe(4);
  });

  it('to a failing subgraph stop reaching it, then find it well again', async () => {
    let well = false;
    let now = 0;
    await reach((response) => (well ? response.end(ANSWER) : response.destroy()), {
      breaker: { minimumCalls: 4, failureShare: 0.5, windowMs: 1_000, openMs: 100, now: () => now },
    });
    for (let n = 0; n < 6; n += 1) await codeOf();
    const reached = seen;
    expect(await codeOf()).toBe('SERVICE_INDISPONIBLE');
    expect(seen).toBe(reached);
    well = true;
    now = 120;
    expect(await codeOf()).toBe('OK');
    expect(await codeOf()).toBe('OK');
  });

  it('of a client that is gone end at once', async () => {
    await reach(() => undefined);
    const gone = new AbortController();
    const answer = caller
      ?.call(requestFor('query', gone.signal))
      .catch((error: unknown) => (error as Refusal).code);
    setTimeout(() => gone.abort(), 20);
    expect(await answer).toBe('SERVICE_INDISPONIBLE');
  });
});

function drip(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}

function endless(response: ServerResponse): void {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(1000)));
  };
  response.on('drain', more);
  more();
}
