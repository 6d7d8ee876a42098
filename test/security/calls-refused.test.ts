import type { ServedSubgraph } from '@palier/runtime/serve';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createKey,
  openLevel,
  question,
  send,
  type Sent,
  signByLibrary,
  type Signing,
} from './signed-level.ts';

const KEY = createKey('premiere');
const OTHER_KEY = createKey('autre');

const served: ServedSubgraph[] = [];
afterEach(async () => {
  await Promise.all(served.splice(0).map((one) => one.stop()));
});
async function level(...args: Parameters<typeof openLevel>): Promise<ServedSubgraph> {
  const one = await openLevel(...args);
  served.push(one);
  return one;
}

describe('a level with keys', () => {
  it('takes what the library signs', async () => {
    const { url } = await level(KEY);
    expect(await send(await signByLibrary(question(url), KEY))).toMatchObject({
      status: 200,
      text: '{"data":{"demandeur":null,"chose":{"nom":"une"}}}\n',
    });
  });

  it('takes a signed GET, which has no body, and answers /health to anyone', async () => {
    const { url } = await level(KEY);
    const asked = {
      method: 'GET',
      url: `${url}?query=%7Bdemandeur%7D`,
      headers: { 'apollo-require-preflight': '1' },
    };
    expect(
      (await send(await signByLibrary(asked, KEY, { fields: ['@method', '@path', '@query'] }))).status,
    ).toBe(200);
    expect((await send(asked)).code).toBe('APPEL_REFUSE');
    expect((await send({ method: 'GET', url: url.replace('/graphql', '/health'), headers: {} })).status).toBe(
      200,
    );
  });

  const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
  const NOT_SIGNED_WELL: [string, string, Signing, string?][] = [
    ['made too long ago', 'signature hors du temps permis', { created: ago(90) }],
    ['made in the future', 'signature hors du temps permis', { created: ago(-90) }],
    ['by an unknown key', 'clé inconnue', { keyid: 'inconnue' }],
    ['by another key under the name of ours', 'signature fausse', {}, OTHER_KEY.replace('autre', 'premiere')],
    ['for another level', 'appel destiné à un autre service', { tag: 'msss' }],
    ['by another algorithm', 'signature illisible', { alg: 'rsa-pss-sha512' }],
    ['without a time', 'signature illisible', { params: ['nonce', 'keyid', 'alg', 'tag'] }],
    ['without a nonce', 'signature illisible', { params: ['created', 'keyid', 'alg', 'tag'] }],
    ['with too short a nonce', 'signature illisible', { nonce: 'court' }],
    [
      'with an expiry of its own',
      'signature illisible',
      { params: ['created', 'nonce', 'keyid', 'alg', 'tag', 'expires'] },
    ],
    [
      'without its method',
      'signature incomplète',
      { fields: ['@path', '@query', 'content-digest', 'x-request-id'] },
    ],
    [
      'without its path',
      'signature incomplète',
      { fields: ['@method', '@query', 'content-digest', 'x-request-id'] },
    ],
    [
      'without its query',
      'signature incomplète',
      { fields: ['@method', '@path', 'content-digest', 'x-request-id'] },
    ],
    [
      'without its digest',
      'signature incomplète',
      { fields: ['@method', '@path', '@query', 'x-request-id'] },
    ],
    [
      'without its request id',
      'signature incomplète',
      { fields: ['@method', '@path', '@query', 'content-digest'] },
    ],
  ];
  it.each(NOT_SIGNED_WELL)('refuses a call signed %s', async (_, reason, signing, key = KEY) => {
    const { url } = await level(KEY);
    await expectRefused(reason, () => signByLibrary(question(url), key, signing));
  });

  type Alteration = (sent: Sent) => Sent;
  const withHeaders =
    (headers: Sent['headers']): Alteration =>
    (sent) => ({ ...sent, headers: { ...sent.headers, ...headers } });
  const forged = Buffer.from('{"sub":"ministre","palier":"MSSS","scopes":[],"policies":[]}').toString(
    'base64url',
  );
  const SIGNED_HEADERS = {
    'palier-au': '2026-01-01T00:00:00Z',
    'accept-language': 'fr',
    'palier-identite': forged,
  };
  const ALTERATIONS: [string, string, Alteration][] = [
    ['its body', 'corps autre', (sent) => ({ ...sent, body: '{"query":"{ __typename }"}' })],
    ['its path', 'signature fausse', (sent) => ({ ...sent, url: sent.url.replace('/graphql', '/autre') })],
    ['its query', 'signature fausse', (sent) => ({ ...sent, url: `${sent.url}?query={demandeur}` })],
    ['its method', 'signature fausse', (sent) => ({ ...sent, method: 'PUT' })],
    ['who asks', 'signature fausse', withHeaders({ 'palier-identite': forged.replace('e', 'f') })],
    ['the instant', 'signature fausse', withHeaders({ 'palier-au': '2020-01-01T00:00:00Z' })],
    ['the language', 'signature fausse', withHeaders({ 'accept-language': 'en' })],
    ['the language, said twice', 'signature fausse', withHeaders({ 'accept-language': ['fr', 'en'] })],
    ['its request id', 'signature fausse', withHeaders({ 'x-request-id': 'essai-0002' })],
    ['its digest', 'signature fausse', withHeaders({ 'content-digest': 'sha-256=:AAAA:' })],
    ['a header of ours, added', 'signature incomplète', withHeaders({ 'palier-nouveau': '1' })],
    ['a signed header, taken away', 'en-tête signé absent', without('palier-au')],
    ['its signature, taken away', 'appel non signé', without('signature')],
    [
      'its signature, said twice',
      'signature illisible',
      (sent) =>
        withHeaders({ signature: [String(sent.headers['signature']), String(sent.headers['signature'])] })(
          sent,
        ),
    ],
    [
      'its time',
      'signature fausse',
      (sent) =>
        withHeaders({
          'signature-input': String(sent.headers['signature-input']).replace(/created=\d/, 'created=2'),
        })(sent),
    ],
    [
      'a second signature, added',
      'signature illisible',
      (sent) =>
        withHeaders({
          'signature-input': `${String(sent.headers['signature-input'])}, b=("@method");created=1;nonce="aaaaaaaaaaaaaaaa";keyid="premiere";alg="hmac-sha256";tag="essai"`,
          signature: `${String(sent.headers['signature'])}, b=:${'A'.repeat(43)}=:`,
        })(sent),
    ],
  ];
  it.each(ALTERATIONS)('refuses a call altered on its way: %s', async (_, reason, alter) => {
    const { url } = await level(KEY);
    const sign = (): Promise<Sent> => signByLibrary(question(url, SIGNED_HEADERS), KEY);
    expect((await send(await sign())).status).toBe(200);
    await expectRefused(reason, async () => alter(await sign()));
  });

  it.each([
    ['sha-512=:z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==:'],
    ['sha-256=:AAAA:, sha-512=:BBBB:'],
    [''],
  ])('refuses a digest of another algorithm, or several, though signed: %s', async (digest) => {
    const { url } = await level(KEY);
    await expectRefused('corps autre', () => signByLibrary(question(url, { 'content-digest': digest }), KEY));
  });

  it.each([
    ['pas du json'],
    ['{"palier":"AUTRE","scopes":[],"policies":[]}'],
    ['{"sub":"a","scopes":"tout","policies":[]}'],
    ['null'],
  ])('refuses an identity that it cannot read, though signed: %s', async (text) => {
    const { url } = await level(KEY);
    const said = { 'palier-identite': Buffer.from(text).toString('base64url') };
    await expectRefused('identité illisible', () => signByLibrary(question(url, said), KEY));
  });

  it('takes a call once, and remembers no more than it may', async () => {
    let now = Date.now();
    const { url } = await level(KEY, { mostNonces: 3, now: () => now });
    const call = await signByLibrary(question(url), KEY);
    expect((await send(call)).status).toBe(200);
    await expectRefused('appel rejoué', () => Promise.resolve(call));
    for (let n = 0; n < 2; n += 1)
      expect((await send(await signByLibrary(question(url), KEY))).status).toBe(200);
    expect(await send(await signByLibrary(question(url), KEY))).toMatchObject({
      status: 503,
      code: 'TROP_D_APPELS',
    });
    now += 61_000;
    const later = { created: new Date(now) };
    expect((await send(await signByLibrary(question(url), KEY, later))).status).toBe(200);
    await expectRefused('hors du temps', () => Promise.resolve(call));
  });

  it('keeps no place for calls that are not signed', async () => {
    const { url } = await level(KEY, { mostNonces: 1 });
    for (let n = 0; n < 5; n += 1)
      await send(await signByLibrary(question(url), OTHER_KEY.replace('autre', 'premiere')));
    expect((await send(await signByLibrary(question(url), KEY))).status).toBe(200);
  });

  it('refuses whoever asks it directly, its introspection too', async () => {
    const { url } = await level(KEY);
    for (const query of ['{ demandeur }', '{ __schema { types { name } } }', '{ _service { sdl } }'])
      await expectRefused('non signé', () =>
        Promise.resolve({ ...question(url), body: JSON.stringify({ query }) }),
      );
    for (const path of ['/graphql', '/version', '/health/', '//health', '/autre']) {
      const elsewhere = { method: 'GET', url: url.replace('/graphql', path), headers: {} };
      expect((await send(elsewhere)).code).toBe('APPEL_REFUSE');
    }
  });
});

function without(name: string): (sent: Sent) => Sent {
  return (sent) => ({
    ...sent,
    headers: Object.fromEntries(Object.entries(sent.headers).filter(([key]) => key !== name)),
  });
}

/** Refused in the same words whatever the reason, which is in the log alone, without anything secret. */
async function expectRefused(reason: string, make: () => Promise<Sent>): Promise<void> {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const sent = await make();
  const answer = await send(sent);
  const lines = log.mock.calls.map(([line]) => String(line)).join('');
  log.mockRestore();
  expect(answer).toEqual({
    status: 401,
    code: 'APPEL_REFUSE',
    text: '{"errors":[{"message":"Ce service ne répond qu’à la passerelle.","extensions":{"code":"APPEL_REFUSE","retryable":false}}]}',
  });
  expect(lines).toContain(`"message":"Appel refusé : `);
  expect(lines).toContain(reason);
  for (const key of [KEY, OTHER_KEY]) expect(lines).not.toContain(key.split(':')[1]);
}
