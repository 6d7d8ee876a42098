import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { type Gateway, type InProcessRequest, createGateway } from '@palier/gateway';
import { readGatewayEnvironment } from '@palier/gateway/environment';
import { openDatabase } from '@palier/runtime/database';
import { parseCallKeys } from '@palier/calls/call-keys';
import { type ServedSubgraph, serveSubgraph } from '@palier/runtime/serve';
import { createCallVerifier } from '@palier/runtime/verify-call';
import { SUPERGRAPH } from '@palier/start/open-house';
import { parse } from 'graphql';
import { httpbis } from 'http-message-signatures';
import { afterEach, describe, expect, it } from 'vitest';
import { LEVELS } from '@palier/start/levels';
import { snapshotLocation } from '../house.ts';
import { THREE_LEVELS, type ThreeLevels } from '../resilience/three-levels.ts';
import { createKey, openLevel, question, SDL, send, type Sent } from './signed-level.ts';

const KEY = createKey('premiere');
const OTHER_KEY = createKey('autre');
const ANALYST = {
  subject: 'analyste-1',
  palier: 'ETABLISSEMENT',
  etablissement: '06-CIUSSS',
  scopes: new Set(['mesures:lire', 'mesures:écrire']),
  policies: new Set(['interne']),
  key: 'analyste-1',
} as const satisfies InProcessRequest['identity'];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const kept = <Value>(value: Value, close: (value: Value) => Promise<unknown>): Value => {
  closing.push(() => close(value));
  return value;
};
const level = async (...args: Parameters<typeof openLevel>): Promise<ServedSubgraph> =>
  kept(await openLevel(...args), (served) => served.stop());

async function openGateway(url: string, keys: string | undefined, forwarded?: string): Promise<Gateway> {
  const { settings } = readGatewayEnvironment({
    PALIER_CALL_KEYS: keys,
    PALIER_LOG_LEVEL: 'error',
    PALIER_FORWARDED_HEADERS: forwarded,
  });
  const { supergraphSdl = '' } = composeServices([{ name: 'essai', url, typeDefs: parse(SDL) }]);
  const planning = { place: createFederationExecutor, timeoutMs: 5_000 } as const;
  const gateway = await createGateway({ ...settings, planning, supergraph: { sdl: supergraphSdl } });
  return kept(gateway, (opened) => opened.stop());
}

interface Overheard {
  readonly message: Sent;
  readonly incoming: IncomingMessage;
}

/** Listens in place of a level, and keeps what it was sent. */
async function overhear(): Promise<{ readonly url: string; readonly heard: Overheard[] }> {
  const heard: Overheard[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    incoming.on('end', () => {
      const headers = incoming.headers as Record<string, string>;
      const url = `http://${headers['host']}${incoming.url}`;
      heard.push({ incoming, message: { method: incoming.method ?? '', url, headers, body } });
      response.setHeader('content-type', 'application/json').end('{"data":{"demandeur":null}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  kept(server, async () => server.closeAllConnections());
  kept(server, (opened) => new Promise((resolve) => opened.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, heard };
}

describe('what the gateway sends', () => {
  it('is verified by a library that knows the standard alone, and covers all that changes the answer', async () => {
    const { url, heard } = await overhear();
    const gateway = await openGateway(`${url}?a=b%20c`, `${KEY},${OTHER_KEY}`);
    const headers = { 'palier-au': '2026-01-01T00:00:00Z' };
    await gateway.execute({ query: '{ demandeur }', headers, identity: ANALYST });
    await gateway.execute({ query: '{ demandeur }' });
    const nonces = heard.map(({ message }) =>
      /nonce="([^"]+)"/.exec(String(message.headers['signature-input'])),
    );
    expect(new Set(nonces.map((found) => found?.[1])).size).toBe(2);
    const secret = Buffer.from(KEY.split(':')[1] ?? '', 'base64');
    for (const { message } of heard) {
      const verified = await httpbis.verifyMessage(
        {
          keyLookup: async ({ keyid }) =>
            keyid === 'premiere'
              ? {
                  algs: ['hmac-sha256'],
                  verify: async (data, signature) =>
                    createHmac('sha256', secret).update(data).digest().equals(signature),
                }
              : null,
          requiredFields: ['@method', '@path', '@query', 'content-digest', 'x-request-id'],
          requiredParams: ['created', 'nonce', 'keyid', 'alg', 'tag'],
          maxAge: 60,
          tolerance: 1,
        },
        { ...message, headers: { ...message.headers } },
      );
      expect(verified).toBe(true);
    }
    const [known, unknown] = heard.map(({ message }) => String(message.headers['signature-input']));
    expect(known).toMatch(/^palier=\([^)]*"palier-au" "palier-identite"\);created=/);
    expect(unknown).not.toContain('palier-identite');
  });

  it('is not signed without a key, and then says nothing of who asks', async () => {
    const { url, heard } = await overhear();
    const gateway = await openGateway(url, undefined);
    await gateway.execute({ query: '{ demandeur }', identity: ANALYST });
    expect(
      Object.keys(heard[0]?.message.headers ?? {}).filter((name) =>
        /^(signature|palier-(?!delai)|content-d)/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('a level with keys', () => {
  it('takes what the gateway signs, and is told on whose behalf', async () => {
    const { url } = await level(KEY);
    const gateway = await openGateway(url, KEY);
    expect(await gateway.execute({ query: '{ demandeur }', identity: ANALYST })).toEqual({
      data: { demandeur: 'analyste-1 ETABLISSEMENT 06-CIUSSS mesures:lire+mesures:écrire interne' },
    });
  });

  it('goes from one key to the next without refusing a call', async () => {
    const stages: [string, string][] = [
      [KEY, KEY],
      [KEY, `${KEY},${OTHER_KEY}`],
      [`${OTHER_KEY},${KEY}`, `${KEY},${OTHER_KEY}`],
      [`${OTHER_KEY},${KEY}`, OTHER_KEY],
    ];
    for (const [gatewayKeys, levelKeys] of stages) {
      const { url } = await level(levelKeys);
      const gateway = await openGateway(url, gatewayKeys);
      expect((await gateway.execute({ query: '{ chose { nom } }' })).data).toEqual({ chose: { nom: 'une' } });
    }
  });
});

describe('between a client and a level', () => {
  const FORGED = {
    'palier-identite': Buffer.from('{"sub":"ministre","scopes":[],"policies":[]}').toString('base64url'),
    signature: 'palier=:AAAA:',
    'signature-input': 'palier=("@method")',
    'content-digest': 'sha-256=:AAAA:',
  };

  it.each([[KEY], [undefined]])('no identity or signature of the client’s own goes through', async (keys) => {
    const { url, heard } = await overhear();
    const gateway = await openGateway(url, keys);
    const { url: door } = await gateway.listen(0, '127.0.0.1');
    const answer = await send(question(`${door}/graphql`, { ...FORGED }));
    expect(answer.status).toBe(200);
    const sent = heard[0]?.message.headers ?? {};
    for (const [name, value] of Object.entries(FORGED)) expect(sent[name]).not.toBe(value);
    expect(sent).not.toHaveProperty('palier-identite');
  });

  it.each([...Object.keys(FORGED), 'Content-Length', 'host', 'X-Request-Id', 'transfer-encoding', 'a b'])(
    'PALIER_FORWARDED_HEADERS may not name %s',
    (name) => {
      expect(() => readGatewayEnvironment({ PALIER_FORWARDED_HEADERS: `palier-au,${name}` })).toThrow(
        `PALIER_FORWARDED_HEADERS contient « ${name} »`,
      );
    },
  );

  it('a level without keys knows nobody, whatever is said', async () => {
    const { url } = await level(undefined);
    expect((await send(question(url, FORGED))).text).toBe(
      '{"data":{"demandeur":null,"chose":{"nom":"une"}}}\n',
    );
  });

  it('a gateway whose key is not the level’s loses the fields of that level, and says so', async () => {
    const { url } = await level(OTHER_KEY);
    const gateway = await openGateway(url, KEY);
    expect(await gateway.execute({ query: '{ demandeur }' })).toMatchObject({
      data: { demandeur: null },
      errors: [{ extensions: { code: 'APPEL_REFUSE', service: 'essai', retryable: false } }],
    });
  });
});

it('three real levels answer a question signed by the gateway, and nothing else', async () => {
  const database = kept(await openDatabase(snapshotLocation()), (opened) => opened.close());
  const { settings } = readGatewayEnvironment({ PALIER_CALL_KEYS: KEY, PALIER_LOG_LEVEL: 'error' });
  const urls: Record<string, string> = {};
  for (const definition of LEVELS) {
    const verifyCall = createCallVerifier(definition.name, { keys: parseCallKeys(KEY, []), windowS: 60 });
    const subgraph = await definition.open(database, { demonstration: 'CHARGEE' });
    const served = await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1', verifyCall });
    kept(served, ({ stop }) => stop());
    urls[definition.name] = served.url;
  }
  const options = { ...settings, subgraphUrls: urls, supergraph: { path: SUPERGRAPH } };
  const gateway = kept(await createGateway(options), (opened) => opened.stop());
  const { data, errors } = await gateway.execute({ query: THREE_LEVELS, identity: ANALYST });
  expect(errors).toBeUndefined();
  const { territoireClsc } = data as unknown as ThreeLevels;
  expect(territoireClsc.etablissement?.nom).toBeTruthy();
  expect(territoireClsc.bilan?.conformes).toBeGreaterThan(0);
  expect(territoireClsc.mesures.nodes[0]?.verdict.etat).toBeTruthy();
  for (const url of Object.values(urls))
    expect(await send({ ...question(url), body: '{"query":"{ __typename }"}' })).toMatchObject({
      status: 401,
    });
});
