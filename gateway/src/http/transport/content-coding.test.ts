import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../server.ts';
import { SILENT } from '../../testing/loggers.ts';
import { openGateway } from '../../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';
import { chooseCoding } from './content-coding.ts';
import type { Answer } from './exchange.ts';
import { createListener, type Listener } from './listener.ts';

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Without what a client would add or undo by itself. */
function ask(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Received> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const LONG = JSON.stringify({ data: { nom: 'Pierrefonds '.repeat(500), accent: 'é€𝄞' } });

describe('the coding of an answer', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['GZIP;Q=1', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['deflate, zstd', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['br;q=beaucoup', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('for %j is %s', (accepted, coding) => {
    expect(chooseCoding(accepted)).toBe(coding);
  });
});

describe('an answer', () => {
  let listener: Listener;
  let url: string;
  let answer: Answer;

  beforeAll(async () => {
    const steps = [() => answer];
    listener = createListener({ steps, observer: {}, trustedProxies: 0, logger: SILENT });
    ({ url } = await listener.listen(0, '127.0.0.1'));
  });
  afterAll(() => listener.stop());

  const json = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('that is long comes by %s to who accepts it, the same to the byte', async (coding, undo) => {
    answer = json(LONG);
    const { headers, body } = await ask(url, { 'accept-encoding': coding });
    expect(headers['content-encoding']).toBe(coding);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(LONG.length / 10);
    expect(undo(body).toString()).toBe(LONG);
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it.each([
    ['a client that accepts nothing', {}, json(LONG)],
    ['a client that wants it plain', { 'accept-encoding': 'identity' }, json(LONG)],
    ['who asks for little', { 'accept-encoding': 'br' }, json('{"data":{}}')],
  ])('comes as it is to %s', async (_who, headers, given) => {
    answer = given;
    const received = await ask(url, headers);
    expect(received.headers['content-encoding']).toBeUndefined();
    expect(received.body.toString()).toBe(given.body);
  });

  it('that is an image, a workbook or coded already is left alone', async () => {
    const accepted = { 'accept-encoding': 'br, gzip' };
    for (const type of [
      'image/png',
      'font/woff2',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]) {
      answer = { status: 200, headers: { 'content-type': type }, body: LONG };
      expect((await ask(url, accepted)).body.toString(), type).toBe(LONG);
    }
    answer = json(brotliCompressSync(Buffer.from('x'.repeat(1_000_000) + LONG), {}), {
      'content-encoding': 'br',
    });
    const { headers, body } = await ask(url, accepted);
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toContain(LONG);
  });

  it('to HEAD has the length and the coding of the one to GET', async () => {
    answer = json(LONG);
    const whole = await ask(url, { 'accept-encoding': 'gzip' });
    const head = await ask(url, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect(head.headers['content-encoding']).toBe('gzip');
  });

  it('that has a digest is coded once, and another digest is another answer', async () => {
    const accepted = { 'accept-encoding': 'br' };
    answer = { ...json(LONG), digest: () => 'un' };
    const first = await ask(url, accepted);
    // Whoever gives a digest answers for it: what was kept under it is what comes.
    answer = { ...json(LONG.replace('Pierrefonds', 'Verdun')), digest: () => 'un' };
    expect((await ask(url, accepted)).body).toEqual(first.body);
    answer = { ...json(LONG.replace('Pierrefonds', 'Verdun')), digest: () => 'deux' };
    expect(brotliDecompressSync((await ask(url, accepted)).body).toString()).toContain('Verdun');
  });
});

describe('the gateway', () => {
  let folder: string;
  let gateway: Gateway;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'palier-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/un.js'), 'let un = 1;'.repeat(200));
    writeFileSync(join(folder, 'assets/un.js.br'), 'as the build has coded it');
    writeFileSync(join(folder, 'index.html'), `<p>${'page '.repeat(500)}</p>`);
    gateway = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      explorerFolder: folder,
      logger: SILENT,
    });
    ({ url } = await gateway.listen(0, '127.0.0.1'));
  });
  afterAll(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('vouches for a shorter answer by a weak ETag, by which it is asked for again', async () => {
    const fields = Array.from({ length: 200 }, (_, rank) => `a${rank}: total`).join(' ');
    const query = `${url}/graphql?query=${encodeURIComponent(`{ ${fields} }`)}`;
    const asked = { 'accept-encoding': 'br', 'content-type': 'application/json' };
    const first = await ask(query, asked);
    expect(first.status).toBe(200);
    expect(first.headers['content-encoding']).toBe('br');
    expect(first.headers['vary']).toContain('Accept-Encoding');
    const etag = first.headers.etag!;
    expect(etag).toMatch(/^W\/"/);
    const again = await ask(query, { ...asked, 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    // What was sent shorter is vouched for no more than it was.
    expect(again.headers.etag).toBe(etag);
    expect(again.headers['vary']).toContain('Accept-Encoding');
    const plain = await ask(query, { 'content-type': 'application/json' });
    expect(`W/${plain.headers.etag}`).toBe(etag);
    expect(plain.body.toString()).toBe(brotliDecompressSync(first.body).toString());
  });

  it('repeats in no answer what tells who asks, whose length would give it away', async () => {
    const secret = { authorization: 'Bearer jeton-secret', cookie: 'seance=temoin-secret' };
    for (const query of ['{ total }', '{ inconnu }', '{', ''])
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const asked = `${url}/graphql?query=${encodeURIComponent(query)}`;
        const { body } = await ask(asked, { ...secret, accept, 'content-type': 'application/json' });
        expect(body.toString().length, query).toBeGreaterThan(0);
        expect(body.toString(), query).not.toMatch(/jeton-secret|temoin-secret/);
      }
  });

  it('sends what the build has coded of the explorer, and codes the rest', async () => {
    const asset = await ask(`${url}/assets/un.js`, { 'accept-encoding': 'br' });
    expect(asset.headers['content-encoding']).toBe('br');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(asset.body.toString()).toBe('as the build has coded it');
    const zipped = await ask(`${url}/assets/un.js`, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.body).toString()).toContain('let un = 1;');
    const page = await ask(`${url}/`, { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(page.body).toString()).toContain('page page');
    expect(page.headers['vary']).toBe('Origin, Accept-Encoding');
  });
});
