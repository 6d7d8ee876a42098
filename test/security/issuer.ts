import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** What is signed when a test changes nothing of it. */
export const ISSUER = 'https://emetteur.test';
export const AUDIENCE = 'palier';

/** A pair of keys of an issuer, the private one to sign with. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  /** As the issuer publishes it. */
  readonly publicJwk: JWK;
}

export async function makeKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export const toJwks = (...keys: readonly SigningKey[]): string =>
  JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) });

/** An issuer that publishes its keys in a file. */
export interface Issuer {
  /** A folder of its own. */
  readonly folder: string;
  /** The file of its public keys. */
  readonly path: string;
  /** The first of its keys. */
  readonly key: SigningKey;
  close(): Promise<void>;
}

/** Publishes one key, and those given besides. */
export async function openIssuer(...others: readonly SigningKey[]): Promise<Issuer> {
  const folder = await mkdtemp(join(tmpdir(), 'palier-emetteur-'));
  const path = join(folder, 'jwks.json');
  const key = await makeKey('ec');
  await writeFile(path, toJwks(key, ...others));
  return { folder, path, key, close: () => rm(folder, { recursive: true, force: true }) };
}

export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** A token that is good in all but what is changed; a claim or header changed to `undefined` is left out. */
export function sign(key: SigningKey, { claims = {}, header = {} }: TokenChanges = {}): Promise<string> {
  const payload: JWTPayload = defined({
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'analyste-1',
    iat: seconds(),
    exp: seconds() + 300,
    ...claims,
  });
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, ...defined({ kid: key.kid, typ: 'JWT', ...header }) })
    .sign(key.privateKey);
}

export const seconds = (): number => Math.floor(Date.now() / 1_000);

/** The parts of a token, encoded as it has them. */
export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const defined = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
