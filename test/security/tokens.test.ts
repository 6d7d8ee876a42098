import { createHmac, KeyObject, sign as cryptoSign } from 'node:crypto';
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { serve, type TestServer } from '@palier/gateway/testing/subgraph-servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AUDIENCE,
  encode,
  ISSUER,
  makeKey,
  openIssuer,
  seconds,
  sign,
  toJwks,
  type Issuer,
  type SigningKey,
} from './issuer.ts';
import {
  bearer,
  openProtectedGateway,
  PROTECTED_QUERY,
  trust,
  type HttpAnswer,
  type ProtectedGateway,
} from './protected-gateway.ts';

let issuer: Issuer;
let elliptic: SigningKey;
let rsa: SigningKey;
let gateway: ProtectedGateway;

beforeAll(async () => {
  rsa = await makeKey('rsa', 'RS256');
  issuer = await openIssuer(rsa);
  elliptic = issuer.key;
  gateway = await openProtectedGateway({ identity: trust(issuer) });
});
afterAll(async () => {
  await gateway.gateway.stop();
  await issuer.close();
});

const askWith = (token: string): Promise<HttpAnswer> => gateway.ask(PROTECTED_QUERY, bearer(token));

describe('a good token', () => {
  it.each(['JWT', 'at+jwt', 'application/at+jwt', undefined])('of type %s is believed', async (typ) => {
    const { status, body } = await askWith(await sign(elliptic, { header: { typ } }));
    expect([status, body]).toEqual([200, { data: { users: [{ name: 'Ana' }] } }]);
  });

  it('is believed whatever the case of its scheme, and as often as it comes', async () => {
    const token = await sign(rsa);
    for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
      expect((await gateway.ask(PROTECTED_QUERY, { authorization: `${scheme} ${token}` })).status).toBe(200);
    }
  });

  it('gives its scopes and policies to whom it names', async () => {
    const claims = { scope: 'stats autre', scp: ['read:note'], policies: ['adult'] };
    const { body } = await gateway.ask(
      '{ stats { count } me { age file { note } } }',
      bearer(await sign(elliptic, { claims })),
    );
    expect(body).toEqual({ data: { stats: { count: 1 }, me: { age: 40, file: { note: 'ok' } } } });
  });

  it('just ended is believed within the tolerance of the clocks', async () => {
    expect((await askWith(await sign(elliptic, { claims: { exp: seconds() - 10 } }))).status).toBe(200);
  });
});

describe('without a token', () => {
  it('what is protected is refused, what is not is given', async () => {
    const refused = await gateway.ask(PROTECTED_QUERY);
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([
      401,
      'AUTHENTIFICATION_REQUISE',
    ]);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="Palier"');
    expect((await gateway.ask('{ open }')).body).toEqual({ data: { open: 'open' } });
  });

  it('one in the address is not looked at', async () => {
    const token = await sign(elliptic);
    const query = encodeURIComponent(PROTECTED_QUERY);
    const response = await fetch(
      `${gateway.url}/graphql?query=${query}&access_token=${token}&token=${token}`,
    );
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(token);
  });
});

/** The parts of a good token, signed again by somebody else. */
function forge(header: Readonly<Record<string, unknown>>, signer: (text: string) => string): string {
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'pirate', exp: seconds() + 300 };
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${signer(text)}`;
}

const hmac = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url');

/** A good signature, on a header that no library would sign. */
const signedBy =
  ({ privateKey }: SigningKey) =>
  (text: string) =>
    cryptoSign('sha256', Buffer.from(text), {
      key: KeyObject.from(privateKey),
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');

/** Each gives a token that must not be believed. */
const ATTACKS: Readonly<Record<string, () => string | Promise<string>>> = {
  'no signature, alg none': () => forge({ alg: 'none', typ: 'JWT' }, () => ''),
  'no signature, alg None in another case': () => forge({ alg: 'nOnE', kid: 'ec' }, () => ''),
  'no signature, alg of a key': () => forge({ alg: 'ES256', kid: 'ec' }, () => ''),
  'an empty ECDSA signature of zeros': () =>
    forge({ alg: 'ES256', kid: 'ec' }, () => Buffer.alloc(64).toString('base64url')),
  'HS256 with the text of the public key': async () => {
    const key = (await importJWK(rsa.publicJwk, 'RS256')) as CryptoKey;
    return forge({ alg: 'HS256', kid: 'rsa' }, hmac(await exportSPKI(key)));
  },
  'HS256 with the published key': () =>
    forge({ alg: 'HS256', kid: 'rsa' }, hmac(JSON.stringify(rsa.publicJwk))),
  'HS256 with an empty secret': () => forge({ alg: 'HS256', kid: 'rsa' }, hmac('\0')),
  'an algorithm that is not pinned': async () => sign({ ...(await makeKey('ec', 'ES384')), kid: 'ec' }),
  'another algorithm of the same key': async () => {
    const { privateKey } = await makeKey('x', 'RS512');
    return sign({ ...rsa, alg: 'RS512', privateKey });
  },
  'an unknown kid': async () => sign(await makeKey('inconnu')),
  'a known kid with another key': async () => sign(await makeKey('ec')),
  'a kid that is a path': async () => sign({ ...(await makeKey('x')), kid: '../../jwks.json' }),
  'a kid that is not text': async () => sign(elliptic, { header: { kid: { toString: 'ec' } } }),
  'its own key, jwk': async () => {
    const own = await makeKey('ec');
    return sign(own, { header: { jwk: own.publicJwk } });
  },
  'the address of its own keys, jku': async () =>
    sign(await makeKey('ec'), { header: { jku: 'http://127.0.0.1:9/jwks.json' } }),
  'its own certificate, x5c and x5u': async () =>
    sign(await makeKey('ec'), { header: { x5c: ['TUlJ'], x5u: 'http://127.0.0.1:9/cert.pem' } }),
  'crit, unknown, well signed': () =>
    forge({ alg: 'ES256', kid: 'ec', crit: ['palier'], palier: 1 }, signedBy(elliptic)),
  'crit, of what every token has, well signed': () =>
    forge({ alg: 'ES256', kid: 'ec', crit: ['alg'] }, signedBy(elliptic)),
  'claims out of their encoding, b64': () =>
    forge({ alg: 'ES256', kid: 'ec', crit: ['b64'], b64: false }, signedBy(elliptic)),
  'another type': () => sign(elliptic, { header: { typ: 'logout+jwt' } }),
  'a nested content': () => sign(elliptic, { header: { typ: 'JWE' } }),
  'not valid yet': () => sign(elliptic, { claims: { nbf: seconds() + 120 } }),
  'issued in the future': () => sign(elliptic, { claims: { iat: seconds() + 120 } }),
  'another issuer': () => sign(elliptic, { claims: { iss: 'https://autre.test' } }),
  'an issuer that begins alike': () => sign(elliptic, { claims: { iss: `${ISSUER}.pirate.test` } }),
  'no issuer': () => sign(elliptic, { claims: { iss: undefined } }),
  'another audience': () => sign(elliptic, { claims: { aud: 'autre' } }),
  'audiences without us': () => sign(elliptic, { claims: { aud: ['autre', 'encore'] } }),
  'no audience': () => sign(elliptic, { claims: { aud: undefined } }),
  'no end': () => sign(elliptic, { claims: { exp: undefined } }),
  'an end that is text': () => sign(elliptic, { claims: { exp: String(seconds() + 300) } }),
  'an end too far away': () => sign(elliptic, { claims: { iat: undefined, exp: seconds() + 30 * 86_400 } }),
  'no subject': () => sign(elliptic, { claims: { sub: undefined } }),
  'an empty subject': () => sign(elliptic, { claims: { sub: ' ' } }),
  'a subject with a line feed': () => sign(elliptic, { claims: { sub: 'a\nb' } }),
  'a palier nobody knows': () => sign(elliptic, { claims: { palier: 'MINISTRE' } }),
  'two paliers': () => sign(elliptic, { claims: { palier: ['MSSS', 'SANTE_QUEBEC'] } }),
  'an établissement that is a number': () => sign(elliptic, { claims: { etablissement: 12 } }),
  'scopes that are an object': () => sign(elliptic, { claims: { scope: { stats: true } } }),
  'scopes in a list of lists': () => sign(elliptic, { claims: { scp: [['stats']] } }),
  'policies that are text': () => sign(elliptic, { claims: { policies: 'adult' } }),
  'prototype keys': () => sign(elliptic, { claims: { iss: undefined, ['__proto__']: { iss: ISSUER } } }),
  'truncated in its signature': async () => (await sign(elliptic)).slice(0, -8),
  'truncated in its claims': async () => (await sign(elliptic)).split('.').slice(0, 2).join('.'),
  'two signatures': async () => `${await sign(elliptic)}.AAAA`,
  'five parts, as if encrypted': () => `${encode({ alg: 'dir', enc: 'A128GCM' })}..AAAA.AAAA.AAAA`,
  'other claims under a good signature': async () => {
    const [header, , signature] = (await sign(elliptic)).split('.');
    return `${header}.${encode({ iss: ISSUER, aud: AUDIENCE, sub: 'pirate', exp: seconds() + 300 })}.${signature}`;
  },
  oversized: () => sign(elliptic, { claims: { bourre: 'x'.repeat(9_000) } }),
  garbage: () => 'aaa.bbb.ccc',
  'garbage without dots': () => 'x'.repeat(200),
  'a number': () => '0',
};

describe('a token that attacks', () => {
  it('would be believed if it were good: the forger signs as the issuer does', async () => {
    expect((await askWith(forge({ alg: 'ES256', kid: 'ec' }, signedBy(elliptic)))).status).toBe(200);
  });

  it.each(Object.entries(ATTACKS))('%s', async (_name, makeToken) => {
    const token = await makeToken();
    const before = gateway.asked.length;
    const { status, headers, body, text } = await askWith(token);
    // Neither what is protected nor what is not: a bad token is not the same as none.
    const open = await gateway.ask('{ open }', bearer(token));
    expect([status, open.status]).toEqual([401, 401]);
    expect(body.errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['Le jeton n’est pas accepté.', 'JETON_INVALIDE'],
    ]);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="Palier", error="invalid_token"');
    expect(gateway.asked.length).toBe(before);
    if (token.length > 10) expect(text + gateway.log.join('\n')).not.toContain(token);
  });

  it.each([
    ['expired', { exp: seconds() - 120 }],
    ['too old, though it says it has not ended', { iat: seconds() - 2 * 86_400, exp: seconds() + 300 }],
  ])('%s is told so, once its signature holds', async (_name, claims) => {
    const { status, body } = await askWith(await sign(elliptic, { claims }));
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'JETON_EXPIRE']);
    const forged = await askWith(await sign(await makeKey('ec'), { claims }));
    expect(forged.body.errors?.[0]?.extensions.code).toBe('JETON_INVALIDE');
  });

  it.each([
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['no scheme', 'abc'],
    ['an empty header', ''],
    ['two tokens', 'Bearer a.b.c Bearer d.e.f'],
    ['a list of tokens', 'Bearer a.b.c, Bearer d.e.f'],
  ])('%s', async (_name, authorization) => {
    const { status, body } = await gateway.ask('{ open }', { authorization });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'JETON_INVALIDE']);
  });

  it.each([
    ['a good one first', (good: string, bad: string) => [good, bad]],
    ['a bad one first', (good: string, bad: string) => [bad, good]],
    ['the same one twice', (good: string) => [good, good]],
  ])('two headers, %s', async (_name, order) => {
    const good = await sign(elliptic);
    // So that it is remembered when the two come.
    expect((await askWith(good)).status).toBe(200);
    const bad = await sign(await makeKey('ec'));
    expect(await askWithHeaders(order(good, bad).map((token) => `Bearer ${token}`))).toBe(401);
  });
});

/** Header lines as they are given, which `fetch` would join. */
function askWithHeaders(authorizations: readonly string[]): Promise<number> {
  const query = encodeURIComponent('{ open }');
  return new Promise((resolve, reject) => {
    httpRequest(`${gateway.url}/graphql?query=${query}`, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .setHeader('authorization', [...authorizations])
      .end();
  });
}

describe('keys in a file', () => {
  it('that are replaced take their tokens away, remembered or not, and give a file by mistake no faith', async () => {
    const [former, next] = await Promise.all([makeKey('cle-1'), makeKey('cle-2')]);
    const path = join(issuer.folder, 'tournantes.json');
    await writeFile(path, toJwks(former));
    const rotating = await openProtectedGateway({ identity: trust({ path }) });
    const [remembered, unseen, later] = await Promise.all([
      sign(former),
      sign(former, { claims: { sub: 'autre' } }),
      sign(next),
    ]);
    const codes = async (): Promise<readonly number[]> =>
      Promise.all(
        [remembered, unseen, later].map(
          async (token) => (await rotating.ask(PROTECTED_QUERY, bearer(token))).status,
        ),
      );
    const untilCodes = (expected: readonly number[]): Promise<void> => expect.poll(codes).toEqual(expected);
    expect((await rotating.ask(PROTECTED_QUERY, bearer(remembered))).status).toBe(200);
    await replace(path, toJwks(next));
    await untilCodes([401, 401, 200]);
    await replace(path, '{ "keys": [');
    await untilCodes([503, 503, 503]);
    expect(await rotating.health()).toEqual(IDENTITY_FAILS);
    await replace(path, JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }));
    await untilCodes([503, 503, 503]);
    await replace(path, toJwks(former, next));
    await untilCodes([200, 200, 200]);
    expect(await rotating.health()).toEqual(ALL_WELL);
    await rotating.gateway.stop();
  });

  it.each([
    ['absent', undefined, 'ne peut être lu'],
    ['not JSON', '{', 'pas du JSON'],
    ['no set of keys', '{}', 'pas un jeu de clés'],
    ['with a secret', '{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}', 'clé privée ou un secret'],
  ])('%s stop the start, in one French line', async (name, text, said) => {
    const path = join(issuer.folder, `${name}.json`);
    if (text !== undefined) await writeFile(path, text);
    const opened = openProtectedGateway({ identity: trust({ path }) });
    await expect(opened).rejects.toThrow(new RegExp(`^PALIER_JWKS : [^\\n]*${said}[^\\n]*\\.$`));
  });
});

describe('a key taken out of the file', () => {
  const open = (path: string): Promise<ProtectedGateway> =>
    openProtectedGateway({ identity: trust({ path }) });
  const untilRefused = (opened: ProtectedGateway, token: string): Promise<void> =>
    expect.poll(async () => (await opened.ask(PROTECTED_QUERY, bearer(token))).status).toBe(401);

  it.each([0, 2, 10])('%i ms after the start began takes its tokens away', async (afterMs) => {
    const [kept, removed] = await Promise.all([makeKey('garde'), makeKey('retire')]);
    const path = join(issuer.folder, `debut-${afterMs}.json`);
    await writeFile(path, toJwks(kept, removed));
    const opening = open(path);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await replace(path, toJwks(kept));
    const opened = await opening;
    await untilRefused(opened, await sign(removed));
    expect((await opened.ask(PROTECTED_QUERY, bearer(await sign(kept)))).status).toBe(200);
    await opened.gateway.stop();
  });

  it('takes its tokens away as soon as the gateway is ready, known or not, by a link that is turned', async () => {
    const [kept, removed] = await Promise.all([makeKey('garde'), makeKey('retire')]);
    const place = join(issuer.folder, 'config');
    for (const [version, keys] of [
      ['..v1', toJwks(kept, removed)],
      ['..v2', toJwks(kept)],
    ] as const) {
      await mkdir(join(place, version), { recursive: true });
      await writeFile(join(place, version, 'jwks.json'), keys);
    }
    await symlink('..v1', join(place, '..data'));
    await symlink('..data/jwks.json', join(place, 'jwks.json'));
    const opened = await open(join(place, 'jwks.json'));
    const known = await sign(removed);
    expect((await opened.ask(PROTECTED_QUERY, bearer(known))).status).toBe(200);
    await symlink('..v2', join(place, '..tmp'));
    await rename(join(place, '..tmp'), join(place, '..data'));
    await untilRefused(opened, known);
    await untilRefused(opened, await sign(removed, { claims: { sub: 'autre' } }));
    await opened.gateway.stop();
  });
});

describe('a token that does not name its key', () => {
  const nameless = { header: { kid: undefined } };
  const withoutName = (key: SigningKey): SigningKey => ({
    ...key,
    publicJwk: Object.fromEntries(Object.entries(key.publicJwk).filter(([name]) => name !== 'kid')),
  });
  let opened: ProtectedGateway | undefined;
  let address: TestServer | undefined;
  afterEach(async () => {
    await opened?.gateway.stop();
    await address?.close();
    opened = address = undefined;
  });

  async function publish(place: string, keys: string): Promise<void> {
    const path = join(issuer.folder, 'sans-nom.json');
    await writeFile(path, keys);
    address = await serve((_, response) => void response.end(keys));
    opened = await openProtectedGateway({
      identity: trust(place === 'a file' ? { path } : { url: new URL(address.url) }),
    });
  }
  const statusOf = async (token: string): Promise<number | undefined> =>
    (await opened?.ask(PROTECTED_QUERY, bearer(token)))?.status;

  it.each(['a file', 'an address'])('is verified with each that fits, from %s', async (place) => {
    const [one, two, three, stranger] = await Promise.all(
      ['1', '2', '3', '4'].map((kid) => makeKey(kid, 'RS256')),
    );
    await publish(place, toJwks(one!, two!, three!, elliptic));
    for (const key of [one!, two!, three!, elliptic])
      expect(await statusOf(await sign(key, nameless))).toBe(200);
    expect(await statusOf(await sign(stranger!, nameless))).toBe(401);
    expect(await statusOf(await sign({ ...two!, kid: '1' }))).toBe(401);
    const old = { claims: { exp: seconds() - 600, iat: seconds() - 900 }, ...nameless };
    expect(
      (await opened?.ask(PROTECTED_QUERY, bearer(await sign(two!, old))))?.body.errors?.[0],
    ).toMatchObject({
      extensions: { code: 'JETON_EXPIRE' },
    });
  });

  it.each(['a file', 'an address'])(
    'may name one that is published without its name, in %s',
    async (place) => {
      const [named, other] = await Promise.all([makeKey('nommee'), makeKey('autre')]);
      await publish(place, toJwks(withoutName(named), withoutName(other), elliptic));
      expect(await statusOf(await sign(named))).toBe(200);
      expect(await statusOf(await sign(other))).toBe(200);
      expect(await statusOf(await sign(await makeKey('nommee')))).toBe(401);
      // A key that has a name answers to it alone.
      expect(await statusOf(await sign({ ...elliptic, kid: 'nommee' }))).toBe(401);
    },
  );

  it('is verified with sixteen of them and no more', async () => {
    const keys = await Promise.all(Array.from({ length: 17 }, (_, n) => makeKey(`${n}`)));
    await publish('a file', toJwks(...keys));
    expect(await statusOf(await sign(keys[15]!, nameless))).toBe(200);
    expect(await statusOf(await sign(keys[16]!, nameless))).toBe(401);
    expect(await statusOf(await sign(keys[16]!))).toBe(200);
  });
});

const ALL_WELL = [200, { statut: 'pret' }];
const IDENTITY_FAILS = [200, { statut: 'pret', degrade: ['identite'] }];

/** How the address of the keys behaves. */
type Conduct = (response: ServerResponse) => void;

const publish =
  (...keys: readonly SigningKey[]): Conduct =>
  (response) =>
    void response.setHeader('content-type', 'application/json').end(toJwks(...keys));

const CONDUCTS: Readonly<Record<string, Conduct>> = {
  'cuts the connection': (response) => void response.destroy(),
  'never answers': () => undefined,
  'never ends': (response) => void response.writeHead(200).write('{"keys":['),
  'answers 500': (response) => void response.writeHead(500).end(),
  'answers a page': (response) => void response.writeHead(200).end('<!doctype html>'),
  'answers no set of keys': (response) => void response.writeHead(200).end('{"keys":{}}'),
  'publishes a secret': (response) =>
    void response.writeHead(200).end('{"keys":[{"kty":"oct","kid":"ec","k":"c2VjcmV0"}]}'),
  'sends elsewhere': (response) => void response.writeHead(302, { location: '/ailleurs' }).end(),
  'answers without end': (response) => {
    response.writeHead(200);
    const more = (): void => void (response.destroyed || response.write(' '.repeat(65_536), more));
    more();
  },
};

describe('keys at an address', () => {
  let conduct: Conduct;
  let asked: string[];
  let server: TestServer;
  beforeAll(async () => {
    server = await serve(({ url = '' }, response) => {
      asked.push(url);
      conduct(response);
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => server.close());

  const openRemote = (keysRefreshSeconds = 300): Promise<ProtectedGateway> =>
    openProtectedGateway({ identity: trust({ url: new URL(server.url) }, { keysRefreshSeconds }) });

  it('are asked for once, whatever comes: a flood of unknown keys makes no flood of questions', async () => {
    conduct = publish(elliptic);
    const remote = await openRemote();
    const unknown = await makeKey('inconnu');
    const tokens = await Promise.all([1, 2, 3].map((rank) => sign(unknown, { claims: { sub: `${rank}` } })));
    for (const token of tokens) expect((await remote.ask('{ open }', bearer(token))).status).toBe(401);
    expect((await remote.ask(PROTECTED_QUERY, bearer(await sign(elliptic)))).status).toBe(200);
    expect(asked).toHaveLength(1);
    await remote.gateway.stop();
  });

  it('taken away there take their tokens away, remembered or not', async () => {
    conduct = publish(elliptic);
    const remote = await openRemote(1);
    const token = await sign(elliptic);
    const status = async (): Promise<number> => (await remote.ask(PROTECTED_QUERY, bearer(token))).status;
    expect(await status()).toBe(200);
    conduct = publish(await makeKey('suivante'));
    await expect.poll(status).toBe(401);
    await remote.gateway.stop();
  });

  it('that can no more be asked for are no more believed, until they can', async () => {
    conduct = publish(elliptic);
    const remote = await openRemote(1);
    const token = await sign(elliptic);
    const status = async (): Promise<number> => (await remote.ask(PROTECTED_QUERY, bearer(token))).status;
    expect(await status()).toBe(200);
    expect(await remote.health()).toEqual(ALL_WELL);
    conduct = (response) => void response.destroy();
    await expect.poll(status).toBe(503);
    expect(await remote.health()).toEqual(IDENTITY_FAILS);
    conduct = publish(elliptic);
    await expect.poll(status).toBe(200);
    expect(await remote.health()).toEqual(ALL_WELL);
    const said = remote.log.filter((line) => line.includes('Les clés de jetons n’ont pu être obtenues'));
    expect(said).toHaveLength(1);
    await remote.gateway.stop();
  });

  // At once: some wait as long as an address is waited for.
  it.concurrent.each(Object.entries(CONDUCTS))(
    'at one that %s, let nobody in and bar nobody else',
    async (_name, bad) => {
      const paths: string[] = [];
      const badServer = await serve(({ url = '' }, response) => {
        paths.push(url);
        bad(response);
      });
      const remote = await openProtectedGateway({ identity: trust({ url: new URL(badServer.url) }) });
      const { status, body } = await remote.ask(PROTECTED_QUERY, bearer(await sign(elliptic)));
      expect([status, body.errors?.[0]?.extensions]).toMatchObject([
        503,
        { code: 'IDENTITE_INVERIFIABLE', retryable: true },
      ]);
      expect((await remote.ask('{ open }')).body).toEqual({ data: { open: 'open' } });
      expect(await remote.health()).toEqual(IDENTITY_FAILS);
      expect(paths).not.toContain('/ailleurs');
      await remote.gateway.stop();
      await badServer.close();
    },
  );
});

/** As a careful tool writes: aside, then over. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

describe('another scheme, as the Basic of a proxy in front,', () => {
  const basic = { authorization: `Basic ${Buffer.from('ana:secret').toString('base64')}` };

  it('makes nobody known where the keys are those of a demonstration, and a bad token is refused there too', async () => {
    const development = await openProtectedGateway({
      identity: trust(issuer, { issuer: 'palier-developpement' }),
    });
    try {
      expect((await development.ask('{ __typename }', basic)).status).toBe(200);
      const { body } = await development.ask(PROTECTED_QUERY, basic);
      expect(body.errors?.[0]?.extensions.code).toBe('AUTHENTIFICATION_REQUISE');
      for (const authorization of ['Bearer', 'Bearer x', 'bearer a b', 'eyJ'])
        expect((await development.ask('{ __typename }', { authorization })).status).toBe(401);
    } finally {
      await development.gateway.stop();
    }
  });

  it('is refused where the keys are somebody’s own', async () => {
    expect((await gateway.ask('{ __typename }', basic)).status).toBe(401);
  });
});
