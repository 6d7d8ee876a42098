import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { decodeUtf8 } from '../base/utf8.ts';

/** The public keys of the issuer, as they are now. */
export interface KeySource {
  /**
   * The key a token says it was signed with.
   *
   * @throws {KeysUnavailable} when it cannot be known, and what jose throws when the keys are known and none fits, or
   *   several do
   */
  readonly find: JWTVerifyGetKey;
  /** Another number whenever the keys are others; nothing when they were not confirmed for too long. */
  version(): number | undefined;
  /** Whether the last reading of the keys failed, or none has succeeded yet. Reads nothing. */
  isFailing(): boolean;
  stop(): void;
}

/** Whether a token is good cannot be known now: nobody is let in meanwhile. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Keys that cannot be used, in one French line. */
export class KeysFault extends Error {
  override readonly name = 'KeysFault';
}

/** Far more than the keys of any issuer. */
export const MOST_KEY_BYTES = 1_048_576;

export const createKeyFinder = (set: JSONWebKeySet): JWTVerifyGetKey =>
  fallBackOnNameless(createLocalJWKSet(set), () => set);

/** A name is optional on both sides (RFC 7515, 4.1.4): a token that names its key may be signed with one that has no name. */
export function fallBackOnNameless(
  find: JWTVerifyGetKey,
  keysNow: () => JSONWebKeySet | undefined,
): JWTVerifyGetKey {
  let seen: JSONWebKeySet | undefined;
  let findNameless: JWTVerifyGetKey | undefined;
  return async (header, token) => {
    try {
      return await find(header, token);
    } catch (error) {
      const { kid, ...nameless } = header;
      if (!(error instanceof errors.JWKSNoMatchingKey) || kid === undefined) throw error;
      const set = keysNow();
      if (set !== seen) findNameless = set && createLocalJWKSet({ keys: set.keys.filter(isNameless) });
      seen = set;
      if (!findNameless) throw error;
      return findNameless(nameless, token);
    }
  };
}

const isNameless = ({ kid }: { readonly kid?: unknown }): boolean => kid === undefined;

/** @throws {KeysFault} when it is not a set of public keys, or is one that gives a secret away */
export function readKeySet(bytes: Buffer): JSONWebKeySet {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new KeysFault('ce n’est pas de l’UTF-8');
  const set = parseJson(text) as JSONWebKeySet;
  try {
    createLocalJWKSet(set);
  } catch (cause) {
    throw new KeysFault('ce n’est pas un jeu de clés JWKS', { cause });
  }
  if (set.keys.some((key) => 'd' in key || 'k' in key))
    throw new KeysFault('il contient une clé privée ou un secret ; seules des clés publiques sont attendues');
  return set;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new KeysFault('ce n’est pas du JSON', { cause });
  }
}
