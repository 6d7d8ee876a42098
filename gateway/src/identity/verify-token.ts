import { isUtf8 } from 'node:buffer';
import {
  errors,
  jwtVerify,
  type CryptoKey,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyOptions,
  type JWTVerifyResult,
} from 'jose';
import { Refusal } from '../errors/errors.ts';
import type { Identity } from '../request/identity.ts';
import type { IdentitySettings } from './identity-settings.ts';
import { KeysUnavailable, type KeySource } from './key-source.ts';
import { ClaimFault, readIdentity } from './read-claims.ts';

export interface VerifiedToken {
  readonly identity: Identity;
  /** Until when it may be believed without being looked at again, in milliseconds since 1970. */
  readonly until: number;
}

/** @throws {Refusal} JETON_EXPIRE, JETON_INVALIDE without saying why, or IDENTITE_INVERIFIABLE */
export type VerifyToken = (token: string) => Promise<VerifiedToken>;

/**
 * Verifies a token against the issuer's keys and nothing else: what a token says of its own key (`jwk`, `jku`, `x5c`,
 * `x5u`) is never read.
 */
export function createTokenVerifier(settings: IdentitySettings, keys: KeySource): VerifyToken {
  const { issuer, audience, clockToleranceSeconds: clockTolerance, maxBytes } = settings;
  const algorithms = [...settings.algorithms];
  return async (token) => {
    if (token.length > maxBytes) throw new Refusal('JETON_INVALIDE');
    try {
      const { payload, protectedHeader } = await verifySignature(token, keys, {
        algorithms,
        issuer,
        audience,
        clockTolerance,
        requiredClaims: ['exp', 'sub'],
      });
      refuseOddHeader(protectedHeader);
      refuseOddBytes(token);
      return { identity: readIdentity(payload), until: endOf(payload, settings) * 1_000 };
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

/** Keys that one token may have tried: each costs, and an issuer that turns its keys over has two or three. */
const MOST_TRIED = 16;

/** Of several keys that fit, any may be the one: a token need not name its own (RFC 7515, 4.1.4). */
async function verifySignature(
  token: string,
  { find }: KeySource,
  options: JWTVerifyOptions,
): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, find, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    return verifyByAny(token, error, options);
  }
}

async function verifyByAny(
  token: string,
  keys: AsyncIterable<CryptoKey>,
  options: JWTVerifyOptions,
): Promise<JWTVerifyResult> {
  let tried = 0;
  for await (const key of keys) {
    if ((tried += 1) > MOST_TRIED) break;
    try {
      return await jwtVerify(token, key, options);
    } catch (error) {
      // A key too short to be used is not the one either.
      if (!(error instanceof errors.JWSSignatureVerificationFailed || error instanceof TypeError))
        throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** `crit` asks for what nobody here understands, and another `typ` is a token made for another use. */
function refuseOddHeader({ typ, crit }: JWTHeaderParameters): void {
  if (crit !== undefined) throw new ClaimFault('crit');
  if (typ !== undefined && !/^(application\/)?(at\+)?jwt$/i.test(typ)) throw new ClaimFault('typ');
}

/** Two names of which jose lost the same letters would be one. */
function refuseOddBytes(token: string): void {
  const [, payload = ''] = token.split('.');
  if (!isUtf8(Buffer.from(payload, 'base64url'))) throw new ClaimFault('UTF-8');
}

/** In seconds: when it says it ends, or once it is too old. One that does not say its age is taken as new. */
function endOf({ exp = 0, iat }: JWTPayload, settings: IdentitySettings): number {
  const { clockToleranceSeconds, maxAgeSeconds } = settings;
  const now = Date.now() / 1_000;
  if (iat === undefined && exp - now > maxAgeSeconds + clockToleranceSeconds) throw new ClaimFault('exp');
  if (iat !== undefined && iat > now + clockToleranceSeconds) throw new ClaimFault('iat');
  const oldest = (iat ?? now) + maxAgeSeconds;
  if (now >= oldest + clockToleranceSeconds) throw new Refusal('JETON_EXPIRE');
  return Math.min(exp, oldest) + clockToleranceSeconds;
}

function toRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  // The signature was verified before: only its holder can learn that it expired.
  if (cause instanceof errors.JWTExpired) return new Refusal('JETON_EXPIRE', { cause });
  if (cause instanceof KeysUnavailable) return new Refusal('IDENTITE_INVERIFIABLE', { cause });
  if (cause instanceof errors.JOSEError || cause instanceof ClaimFault)
    return new Refusal('JETON_INVALIDE', { cause });
  // A key of the issuer that cannot be used, for instance too short a one.
  return new Refusal('IDENTITE_INVERIFIABLE', { cause });
}
