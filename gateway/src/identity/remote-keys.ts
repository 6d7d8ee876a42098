import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwksCache,
  type JSONWebKeySet,
  type JWKSCacheInput,
} from 'jose';
import type { Logger } from '../base/logger.ts';
import {
  fallBackOnNameless,
  KeysUnavailable,
  MOST_KEY_BYTES,
  readKeySet,
  type KeySource,
} from './key-source.ts';

export interface RemoteKeysOptions {
  /** After how long the keys are asked for again, in milliseconds. */
  readonly refreshMs: number;
  readonly logger: Logger;
  readonly timeoutMs?: number;
  /** Between two questions that an unknown key may cause. */
  readonly cooldownMs?: number;
  /** During which an address that failed is not asked again. */
  readonly pauseMs?: number;
}

/** Keys that could not be asked for again are believed for this many times the usual. */
const PATIENCE = 3;

/**
 * The keys at an address: asked for in the background from time to time, and at once for a token signed with an unknown
 * one. An address that stays silent ends what was believed of it.
 */
export function createRemoteKeys(url: URL, options: RemoteKeysOptions): KeySource {
  const { refreshMs, logger, timeoutMs = 5_000, cooldownMs = 30_000, pauseMs = 2_000 } = options;
  const maxAgeMs = refreshMs * PATIENCE;
  // What jose keeps of the address. Their age is not counted by the clock of the machine, which may be set back.
  let updatedAt = -Infinity;
  const kept: { uat: number; jwks?: JSONWebKeySet } = {
    get uat() {
      return NaN;
    },
    set uat(_now) {
      updatedAt = performance.now();
    },
  };
  const age = (): number => performance.now() - updatedAt;
  const versionOf = createVersion();
  const keySet = createFetch(logger);
  const fetchKeys = pauseAfterFailure(keySet.fetch, pauseMs);
  const set = createRemoteJWKSet(url, {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: Infinity,
    [customFetch]: fetchKeys,
    [jwksCache]: kept as JWKSCacheInput,
  });
  const refresh = (): void => {
    // What fails is in the log already.
    if (!set.reloading) void set.reload().catch(() => undefined);
  };
  refresh();
  const find = fallBackOnNameless(set, () => kept.jwks);
  return {
    async find(header, token) {
      try {
        if (age() >= maxAgeMs) await set.reload();
        return await find(header, token);
      } catch (cause) {
        if (isAnswer(cause)) throw cause;
        throw new KeysUnavailable('The keys cannot be known', { cause });
      }
    },
    version() {
      if (age() >= refreshMs) refresh();
      return age() < maxAgeMs ? versionOf(kept.jwks) : undefined;
    },
    isFailing: () => kept.jwks === undefined || keySet.isFailing(),
    stop: () => undefined,
  };
}

/** The keys are known, and say that the token is not signed with one of them. */
const isAnswer = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** Another number for other keys, not for the same ones asked again. */
function createVersion(): (jwks: unknown) => number {
  let seen: unknown;
  let text = '';
  let version = 0;
  return (jwks) => {
    if (jwks === seen) return version;
    seen = jwks;
    const next = JSON.stringify(jwks);
    if (next !== text) version += 1;
    text = next;
    return version;
  };
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Fetches a body of bounded size, and says once that the address failed, and once that it answers again. */
function createFetch(logger: Logger): { readonly fetch: Fetch; isFailing(): boolean } {
  let failing = false;
  const fetchOnce: Fetch = async (url, init) => {
    try {
      const response = await fetch(url, init);
      const bytes = await readBounded(response);
      if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
      const set = readKeySet(bytes);
      if (failing) logger.info('Les clés de jetons répondent de nouveau');
      failing = false;
      return new Response(JSON.stringify(set), { headers: { 'content-type': 'application/json' } });
    } catch (error) {
      if (!failing) logger.error('Les clés de jetons n’ont pu être obtenues', { error });
      failing = true;
      throw error;
    }
  };
  return { fetch: fetchOnce, isFailing: () => failing };
}

async function readBounded({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_KEY_BYTES) throw new Error('The set of keys is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Requests that come while the address fails do not each wait for it. */
function pauseAfterFailure(fetchKeys: Fetch, pauseMs: number): Fetch {
  let until = 0;
  let failure: unknown;
  return async (url, init) => {
    if (performance.now() < until) throw failure;
    try {
      return await fetchKeys(url, init);
    } catch (error) {
      failure = error;
      until = performance.now() + pauseMs;
      throw error;
    }
  };
}
