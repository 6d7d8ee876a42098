import { hash } from 'node:crypto';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import type { Logger } from '../base/logger.ts';
import type { Identity } from '../request/identity.ts';
import { DEVELOPMENT_ISSUER, type IdentitySettings } from './identity-settings.ts';
import type { KeySource } from './key-source.ts';
import { openKeys } from './open-keys.ts';
import { createTokenVerifier, type VerifiedToken, type VerifyToken } from './verify-token.ts';

/** Tells who holds a token. */
export interface Identifier {
  /** Who holds it, if it was verified before and still may be believed: a lookup. */
  remember(token: string): Identity | undefined;
  /** @throws {Refusal} JETON_EXPIRE, JETON_INVALIDE or IDENTITE_INVERIFIABLE */
  verify(token: string): Promise<Identity>;
  /** Whether the keys are those that a demonstration gives itself, and that nobody asked for. */
  readonly isForDevelopment: boolean;
  /** Whether the keys that tokens are verified with cannot be read. */
  isFailing(): boolean;
  stop(): void;
}

/** Memory for the tokens that were verified; those unused for longest are verified again. */
const TOKENS_BYTES = 16_000_000;
/** What an identity takes for each character of its token, of which it is some part. */
const BYTES_A_CHARACTER = 4;

/** @throws {KeysFault} when the keys cannot be used */
export async function openIdentifier(settings: IdentitySettings, logger: Logger): Promise<Identifier> {
  const keys = await openKeys(settings, logger);
  return {
    ...createIdentifier(createTokenVerifier(settings, keys), keys, settings.maxBytes),
    isForDevelopment: settings.issuer === DEVELOPMENT_ISSUER,
  };
}

function createIdentifier(
  verifyToken: VerifyToken,
  keys: KeySource,
  maxBytes: number,
): Omit<Identifier, 'isForDevelopment'> {
  const tokens = createBoundedCache<VerifiedToken>(TOKENS_BYTES);
  let version: number | undefined;
  /** What was verified with other keys is forgotten: one of them may have been taken away. */
  const knownTokens = (): typeof tokens => {
    const current = keys.version();
    if (current !== version) tokens.clear();
    version = current;
    return tokens;
  };
  return {
    remember(token) {
      if (token.length > maxBytes) return undefined;
      const known = knownTokens();
      if (version === undefined || known.bytes === 0) return undefined;
      const verified = known.get(tokenDigest(token));
      return verified && Date.now() < verified.until ? verified.identity : undefined;
    },
    async verify(token) {
      const before = keys.version();
      const verified = await verifyToken(token);
      const known = knownTokens();
      if (version !== undefined && version === before)
        known.set(tokenDigest(token), verified, 500 + BYTES_A_CHARACTER * token.length);
      return verified.identity;
    },
    isFailing: () => keys.isFailing(),
    stop: () => keys.stop(),
  };
}

/** A copy of the memory of the process gives no token away. */
const tokenDigest = (token: string): string => hash('sha256', token, 'base64');
