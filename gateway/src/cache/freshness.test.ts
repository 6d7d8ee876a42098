import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Gateway } from '../server.ts';
import { SILENT } from '../testing/loggers.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { readText, serve, type TestServer } from '../testing/subgraph-servers.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';

type Lines = readonly (readonly [name: string, value: string])[];

let lines: Readonly<Record<'a' | 'b', Lines>>;
let servers: readonly TestServer[];
let gateway: Gateway;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'palier-fraicheur-'));
const TEXT = 'query Deux { a b }';
writeFileSync(join(folder, 'deux.graphql'), TEXT);

const serveField = (name: 'a' | 'b'): Promise<TestServer> =>
  serve((incoming, response) => {
    void readText(incoming).then(() => {
      for (const [header, value] of lines[name]) response.appendHeader(header, value);
      response.end(`{"data":{"${name}":1,"autre":2}}`);
    });
  });

beforeAll(async () => {
  const [a, b] = await Promise.all([serveField('a'), serveField('b')]);
  servers = [a, b];
  const { supergraphSdl = '' } = composeServices([
    { name: 'a', url: a.url, typeDefs: parse(`${LINK} type Query { a: Int }`) },
    { name: 'b', url: b.url, typeDefs: parse(`${LINK} type Query { b: Int }`) },
  ]);
  gateway = await openGateway({
    supergraph: { sdl: supergraphSdl },
    operationsFolder: folder,
    logger: SILENT,
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  lines = { a: [], b: [['cache-control', 'max-age=1000']] };
});

const cacheControl = async (headers: Record<string, string> = {}): Promise<string | null> =>
  (await fetch(`${url}/graphql?query={a b}`, { headers })).headers.get('cache-control');

const ofDocument = async (id: string): Promise<string | null> =>
  (await fetch(`${url}/graphql?documentId=${encodeURIComponent(id)}`)).headers.get('cache-control');

const control = (...values: readonly string[]): Lines => values.map((value) => ['cache-control', value]);

describe('lines of one name are one list', () => {
  it.each<[readonly string[], string]>([
    [['no-store', 'max-age=60'], 'no-store'],
    [['max-age=60', 'no-store'], 'no-store'],
    [['private', 'max-age=60'], 'private, max-age=60'],
    [['max-age=60', 'max-age=5', 'max-age=600'], 'public, max-age=5'],
    [['max-age=60', 'no-cache'], 'public, no-cache'],
  ])('%j gives « %s »', async (values, expected) => {
    lines = { ...lines, a: control(...values) };
    expect(await cacheControl()).toBe(expected);
  });
});

describe('the strictest of what one line says', () => {
  it.each<[string, string]>([
    [`no-store, x-long="${'a'.repeat(210)}"`, 'no-store'],
    [`x-long="${'a'.repeat(5_000)}", private, max-age=60`, 'private, max-age=60'],
    ['public, max-age=600, s-maxage=5', 'public, max-age=5'],
    ['s-maxage=600, max-age=5', 'public, max-age=5'],
    ['s-maxage=0, max-age=60', 'public, no-cache'],
    ['MAX-AGE=60, PRIVATE', 'private, max-age=60'],
    ['private="x-a, x-b", max-age=60', 'private, max-age=60'],
    ['no-cache="set-cookie", max-age=60', 'public, no-cache'],
    ['max-age=1.5', 'public, no-cache'],
    ['max-age=-60', 'public, no-cache'],
    ['max-age=1e9', 'public, no-cache'],
    ['max-age=60, max-age=soixante', 'public, no-cache'],
    ['max-age', 'public, no-cache'],
    ['max-age=60, must-revalidate', 'public, max-age=60, must-revalidate'],
    ['proxy-revalidate, no-transform, max-age=60', 'public, max-age=60, proxy-revalidate, no-transform'],
    ['max-age=60, stale-while-revalidate=600, immutable', 'public, max-age=60'],
    ['max-age=99999999999999999999999', 'public, max-age=1000'],
  ])('%s gives « %s »', async (value, expected) => {
    lines = { ...lines, a: control(value) };
    expect(await cacheControl()).toBe(expected);
  });

  it('an age too large to be kept is as long as RFC 9111 says', async () => {
    lines = { a: control('max-age=99999999999999999999999'), b: control('max-age=99999999999999999999999') };
    expect(await cacheControl()).toBe('public, max-age=2147483648');
  });
});

describe('what was kept elsewhere', () => {
  it.each<[string, Lines, string]>([
    ['is fresh for what is left', [['age', '50']], 'public, max-age=10'],
    ['is stale past its age', [['age', '90']], 'public, no-cache'],
    [
      'is as old as the oldest of its ages',
      [
        ['age', '5'],
        ['age', '40'],
      ],
      'public, max-age=20',
    ],
    ['keeps its time when its age is none', [['age', 'vieux']], 'public, max-age=60'],
    ['is never known to be the same when it varies by all', [['vary', '*']], 'public, no-cache'],
    ['varies by all among others', [['vary', 'Accept, *']], 'public, no-cache'],
    ['keeps its time when it varies by a header', [['vary', 'Accept']], 'public, max-age=60'],
  ])('%s', async (_, more, expected) => {
    lines = { ...lines, a: [...control('max-age=60'), ...more] };
    expect(await cacheControl()).toBe(expected);
  });
});

describe('the strictest of all that say something', () => {
  it('one that is silent wants to be asked each time', async () => {
    expect(await cacheControl()).toBe('public, no-cache');
  });

  it('one forbids for all', async () => {
    lines = { a: control('max-age=60'), b: control('no-transform, max-age=90, private') };
    expect(await cacheControl()).toBe('private, max-age=60, no-transform');
  });

  it('whoever asks in particular has an answer of their own', async () => {
    lines = { ...lines, a: control('public, s-maxage=60') };
    expect(await cacheControl({ authorization: 'Bearer abc' })).toBe('private, max-age=60');
  });
});

describe('an operation that is asked by its name, which may be given to another text', () => {
  it.each([
    ['max-age=31536000', 'public, max-age=60'],
    ['max-age=5', 'public, max-age=5'],
    ['private, max-age=31536000, must-revalidate', 'private, max-age=60, must-revalidate'],
    ['no-store', 'no-store'],
  ])('is held no longer than a minute: %s', async (value, expected) => {
    lines = { a: control(value), b: control(value) };
    expect(await ofDocument('deux')).toBe(expected);
  });

  it('is held as long as its data where its name is the digest of its text', async () => {
    lines = { a: control('max-age=31536000'), b: control('max-age=31536000') };
    const digest = createHash('sha256').update(TEXT).digest('hex');
    expect(await ofDocument(`sha256:${digest}`)).toBe('public, max-age=31536000');
  });
});
