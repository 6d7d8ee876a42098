import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { CallKey } from '@palier/calls/call-keys';

/** Tells records that a gateway of ours wrote under a key from all others. */
export interface RecordSeal {
  sign(key: string, content: Buffer): Buffer;
  /** Whether one of the keys signed it. */
  isOurs(key: string, content: Buffer, signature: Buffer): boolean;
}

/** Length of a signature, in bytes. */
export const SEAL_LENGTH = 32;

/** Other than for calls, with the same secrets. */
const PURPOSE = 'palier:reponse';

/**
 * By the keys of signed calls: the first signs, any is taken. Without them, by the password of Redis, which keeps out only
 * those who do not have it.
 */
export function createRecordSeal(callKeys: readonly CallKey[], redisUrl: string): RecordSeal {
  const secrets: readonly (KeyObject | string)[] =
    callKeys.length > 0 ? callKeys.map(({ secret }) => secret) : [new URL(redisUrl).password];
  const keys = secrets.map((secret) => createHmac('sha256', secret).update(PURPOSE).digest());
  const signWith = (secret: Buffer, key: string, content: Buffer): Buffer =>
    createHmac('sha256', secret).update(`${key}\n`).update(content).digest();
  return {
    sign: (key, content) => signWith(keys[0]!, key, content),
    isOurs: (key, content, signature) =>
      signature.length === SEAL_LENGTH &&
      keys.some((secret) => timingSafeEqual(signWith(secret, key, content), signature)),
  };
}
