import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Gateway, GatewayOptions } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeVersioned, serveVersioned, type VersionedSubgraph } from '../testing/versioned-subgraph.ts';

let subgraph: VersionedSubgraph;
let gateway: Gateway;
let url: string;

async function open(options: Partial<GatewayOptions> = {}): Promise<void> {
  gateway = await openGateway({
    supergraph: { sdl: composeVersioned(subgraph.url) },
    logLevel: 'error',
    ...options,
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
}

beforeEach(async () => {
  subgraph = await serveVersioned();
});
afterEach(async () => {
  await gateway.stop();
  await subgraph.close();
});

interface Asked {
  readonly query?: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ query = '{ valeur }', method = 'POST', headers = {} }: Asked = {}) {
  const isGet = method === 'GET';
  const response = await fetch(`${url}/graphql${isGet ? `?query=${encodeURIComponent(query)}` : ''}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(!isGet && { body: JSON.stringify({ query }) }),
  });
  const text = await response.text();
  const { data, errors } = (text === '' ? {} : JSON.parse(text)) as {
    data?: Record<string, unknown> | null;
    errors?: unknown[];
  };
  const header = (name: string): string => response.headers.get(name) ?? '';
  return { status: response.status, text, data, errors, header, cache: header('cache-status') };
}

/** Asks until the answer was kept: the first answers come before the version is followed. */
async function askUntilKept(asked: Asked = {}) {
  for (;;) {
    const answer = await ask(asked);
    if (answer.cache === HIT) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const HIT = 'Palier; hit';

describe('an answer is given again', () => {
  it('to the byte, without asking the subgraph', async () => {
    await open();
    const first = await ask();
    await askUntilKept();
    const { asked } = subgraph;
    const kept = await ask();
    expect(kept).toMatchObject({ status: 200, text: first.text, cache: HIT });
    expect(subgraph.asked).toBe(asked);
  });

  it('whatever way it was asked, and with its variables', async () => {
    await open();
    await askUntilKept();
    expect(await ask({ method: 'GET' })).toMatchObject({ cache: HIT, data: { valeur: 0 } });
    expect((await ask({ query: '{ valeur nom }' })).cache).not.toBe(HIT);
  });

  it('until the subgraph tells another version', async () => {
    await open();
    await askUntilKept();
    for (let value = 1; value <= 20; value += 1) {
      subgraph.write();
      // The news may be on its way still.
      const given = async (): Promise<unknown> => (await askUntilKept()).data?.['valeur'];
      await expect.poll(given).toBe(value);
    }
  });

  it('never once a mutation was answered', async () => {
    await open();
    for (let value = 1; value <= 30; value += 1) {
      await askUntilKept();
      expect((await ask({ query: 'mutation { ajouter }' })).data).toEqual({ ajouter: value });
      const answers = await Promise.all([ask(), ask({ method: 'GET' }), ask()]);
      expect(answers.map(({ data }) => data)).toEqual(Array(3).fill({ valeur: value }));
    }
  });

  it('to whoever is asked for from inside afresh', async () => {
    await open();
    await askUntilKept();
    const { asked } = subgraph;
    expect(await gateway.execute({ query: '{ valeur }' })).toEqual({ data: { valeur: 0 } });
    expect(subgraph.asked).toBe(asked + 1);
  });
});

describe('an answer is not kept', () => {
  const expectNeverKept = async (asked: Asked = {}): Promise<void> => {
    for (let times = 0; times < 10; times += 1) {
      expect((await ask(asked)).cache).not.toBe(HIT);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('when the subgraph does not tell its version', async () => {
    subgraph.tells = false;
    await open();
    await expectNeverKept();
  });

  it('when it holds an error', async () => {
    await open();
    await askUntilKept();
    await expectNeverKept({ query: '{ valeur panne }' });
  });

  it('when the subgraph wants it kept nowhere', async () => {
    subgraph.headers = { 'cache-control': 'no-store' };
    await open();
    await expectNeverKept();
  });

  it('when keeping is turned off', async () => {
    await open({ cache: { bytes: 0, share: true } });
    await expectNeverKept();
  });

  it('while the version cannot be known, and again once it is', async () => {
    await open();
    await askUntilKept();
    subgraph.tells = false;
    subgraph.cut();
    await expectNeverKept();
    subgraph.tells = true;
    subgraph.cut();
    await askUntilKept();
  });
});

describe('an answer is given to nobody else', () => {
  it.each([
    ['another language', { 'accept-language': 'en' }],
    ['another instant', { 'palier-au': '2026-01-01T00:00:00Z' }],
    ['another authorization', { authorization: 'Bearer autre' }],
    ['other cookies', { cookie: 'session=autre' }],
  ])('with %s that is handed to the subgraphs', async (_, headers) => {
    await open({ forwardedHeaders: ['accept-language', 'palier-au', 'authorization', 'cookie'] });
    await askUntilKept({ query: '{ langue }', headers: { 'accept-language': 'fr' } });
    const other = await ask({ query: '{ langue }', headers: { 'accept-language': 'fr', ...headers } });
    expect(other.cache).not.toBe(HIT);
    expect(other.data).toEqual({ langue: { 'accept-language': 'fr', ...headers }['accept-language'] });
  });

  it('of a past instant, once it is written, unless the subgraph says back the instant it read', async () => {
    const headers = { 'palier-au': '2026-01-01T00:00:00Z' };
    await open();
    for (const [written, lasts] of [false, true].entries()) {
      subgraph.headers = lasts ? headers : {};
      const query = lasts ? '{ valeur nom }' : '{ valeur }';
      const kept = await askUntilKept({ headers, query });
      subgraph.write();
      // The news of it comes by a stream: an answer that is of now has come after it.
      await expect.poll(async () => (await ask()).data?.['valeur']).toBe(written + 1);
      expect((await ask({ headers, query })).text === kept.text).toBe(lasts);
    }
  });

  it('but whose words nobody reads', async () => {
    await open();
    await askUntilKept({ headers: { authorization: 'Bearer un' } });
    for (const headers of [{ authorization: 'Bearer autre' }, { cookie: 'session=autre' }, {}])
      expect((await ask({ headers })).cache).toBe(HIT);
  });

  it('asked of another graph', async () => {
    await open();
    const kept = await askUntilKept();
    await gateway.stop();
    await open({ supergraph: { sdl: `# another\n${composeVersioned(subgraph.url)}` } });
    expect((await ask()).cache).not.toBe(HIT);
    expect((await ask()).text).toBe(kept.text);
  });
});

describe('an answer to a GET', () => {
  it('can be asked for again by its ETag, until the data change', async () => {
    await open();
    const first = await askUntilKept({ method: 'GET' });
    const etag = first.header('etag');
    const again = (header: string) => ask({ method: 'GET', headers: { 'if-none-match': header } });
    for (const header of [etag, `W/${etag}`, `"autre", ${etag}`, '*']) {
      expect(await again(header)).toMatchObject({ status: 304, text: '' });
    }
    expect((await again(etag)).header('etag')).toBe(etag);
    expect((await again('"autre"')).status).toBe(200);
    await ask({ query: 'mutation { ajouter }' });
    expect(await again(etag)).toMatchObject({ status: 200, data: { valeur: 1 } });
  });

  it('has an ETag of its own in each format', async () => {
    await open();
    const formats = ['application/json', 'application/graphql-response+json'];
    const etags = await Promise.all(
      formats.map(async (accept) => (await ask({ method: 'GET', headers: { accept } })).header('etag')),
    );
    expect(new Set(etags).size).toBe(2);
  });

  it('says by what it varies, and must be asked for again unless the graph says how long it holds', async () => {
    await open();
    const answer = await ask({ method: 'GET' });
    expect(answer.header('cache-control')).toBe('public, no-cache');
    expect(answer.header('vary')).toBe('Origin, Accept, Accept-Encoding, Authorization, Cookie, palier-au');
    subgraph.headers = { 'cache-control': 'max-age=60' };
    subgraph.write();
    expect((await ask({ method: 'GET', query: '{ valeur nom }' })).header('cache-control')).toBe(
      'public, max-age=60',
    );
    subgraph.headers = { 'cache-control': 'max-age=60, private' };
    expect((await ask({ method: 'GET', query: '{ nom }' })).header('cache-control')).toBe(
      'private, max-age=60',
    );
  });

  it('is private when somebody in particular asked', async () => {
    await open();
    const answer = await ask({ method: 'GET', headers: { authorization: 'Bearer quelqu’un'.slice(0, 10) } });
    expect(answer.header('cache-control')).toBe('private, no-cache');
  });

  it('is kept nowhere when it is an error, and neither is that to a POST', async () => {
    await open();
    expect((await ask({ method: 'GET', query: '{ panne }' })).header('cache-control')).toBe('no-store');
    expect((await ask()).header('cache-control')).toBe('no-store');
  });
});

describe('reads under way at once', () => {
  /** Holds the subgraph until `release`. */
  function holdSubgraph(): () => void {
    let release: () => void = () => undefined;
    subgraph.hold = new Promise((resolve) => (release = resolve));
    return () => {
      subgraph.hold = undefined;
      release();
    };
  }
  const untilAsked = async (count: number): Promise<void> => {
    while (subgraph.asked < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  /** The first to ask, who does not wait for the answer. */
  const askToLeave = async (): Promise<() => Promise<void>> => {
    const departure = new AbortController();
    const body = JSON.stringify({ query: '{ valeur }' });
    const headers = { 'content-type': 'application/json' };
    const first = fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: departure.signal });
    await untilAsked(1);
    return async () => {
      departure.abort();
      await expect(first).rejects.toThrow();
    };
  };
  /** Those sent before are read by then, however slow the machine: these come after them on the same loop. */
  const untilOthersCame = async (): Promise<void> => {
    for (let times = 0; times < 5; times += 1) await ask({ query: '{ __typename }' });
  };

  beforeEach(async () => {
    await open({ cache: { bytes: 0, share: true }, forwardedHeaders: ['accept-language'] });
    // Known to be reads, and the version followed.
    for (const query of ['{ valeur }', '{ v: valeur }', '{ langue }']) await ask({ query });
    await new Promise((resolve) => setTimeout(resolve, 100));
    subgraph.asked = 0;
  });

  it('are made once', async () => {
    const release = holdSubgraph();
    const answers = [ask(), ask(), ask()];
    await untilAsked(1);
    await untilOthersCame();
    release();
    const settled = await Promise.all(answers);
    expect(settled.map(({ data }) => data)).toEqual(Array(3).fill({ valeur: 0 }));
    expect(settled.filter(({ cache }) => cache.includes('collapsed'))).toHaveLength(2);
    expect(subgraph.asked).toBe(1);
  });

  it('are made apart for two languages', async () => {
    const release = holdSubgraph();
    const answers = ['fr', 'en'].map((language) =>
      ask({ query: '{ langue }', headers: { 'accept-language': language } }),
    );
    await untilAsked(2);
    release();
    expect((await Promise.all(answers)).map(({ data }) => data?.['langue'])).toEqual(['fr', 'en']);
  });

  it('do not join one that began before a write', async () => {
    const release = holdSubgraph();
    const before = ask();
    await untilAsked(1);
    const write = ask({ query: 'mutation { ajouter }' });
    await untilAsked(2);
    const after = ask();
    await untilAsked(3);
    release();
    await write;
    expect((await before).data).toEqual({ valeur: 0 });
    expect((await after).data).toEqual({ valeur: 1 });
  });

  it('go on when the first to ask leaves', async () => {
    const release = holdSubgraph();
    const leave = await askToLeave();
    const second = ask();
    await untilOthersCame();
    await leave();
    await untilOthersCame();
    release();
    expect(await second).toMatchObject({ status: 200, data: { valeur: 0 }, errors: undefined });
  });

  it('are begun again once, for all of them, when whoever began them leaves', async () => {
    const release = holdSubgraph();
    const leave = await askToLeave();
    const others = [ask(), ask(), ask(), ask()];
    await untilOthersCame();
    await leave();
    await untilAsked(2);
    release();
    const settled = await Promise.all(others);
    expect(settled.map(({ data }) => data)).toEqual(Array(4).fill({ valeur: 0 }));
    expect(settled.filter(({ cache }) => cache.includes('collapsed'))).toHaveLength(3);
    expect(subgraph.asked).toBe(2);
  });

  it('each have an error of their own', async () => {
    await ask({ query: '{ panne }' });
    subgraph.asked = 0;
    const release = holdSubgraph();
    const answers = [ask({ query: '{ panne }' }), ask({ query: '{ panne }' })];
    await untilAsked(1);
    await untilOthersCame();
    release();
    const errors = (await Promise.all(answers)).map(
      (answer) => (answer.errors?.[0] as { extensions: { requestId: string } }).extensions.requestId,
    );
    expect(new Set(errors).size).toBe(2);
  });
});
