import { createBoundedCache } from '../bounded-cache.ts';
import { Refusal } from '../errors.ts';
import type { Exchange, Step } from './exchange.ts';

export interface RateLimit {
  /** Requests a client may send at once after a rest. */
  readonly requests: number;
  /** Time in which that many are granted again, in seconds. */
  readonly perSeconds: number;
}

/** Clients remembered at once; the ones unheard for longest are forgotten, which gives them a full bucket again. */
const MOST_CLIENTS = 100_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Grants each client its share, drop by drop, so that a burst is allowed and a flood is not. */
export function useRateLimit({ requests, perSeconds }: RateLimit, now: () => number = Date.now): Step {
  const buckets = createBoundedCache<Bucket>(MOST_CLIENTS);
  const perMs = requests / (perSeconds * 1_000);
  return ({ client, method }) => {
    if (method === 'OPTIONS') return undefined;
    const at = now();
    const bucket = buckets.get(client) ?? { tokens: requests, at };
    const tokens = Math.min(requests, bucket.tokens + (at - bucket.at) * perMs);
    if (tokens < 1) throw refuse(Math.ceil((1 - tokens) / perMs / 1_000), { requests, perSeconds });
    buckets.set(client, { tokens: tokens - 1, at }, 1);
    return undefined;
  };
}

function refuse(retryAfter: number, { requests, perSeconds }: RateLimit): Refusal {
  return new Refusal('TROP_DE_REQUETES', {
    detail: `La limite est de ${requests} requêtes par ${perSeconds} s ; réessayez dans ${retryAfter} s.`,
    facts: { limite: requests, retryAfter },
  });
}

/** Who sends this, as far as the network tells. Behind proxies of ours, the last address that they did not add themselves. */
export function clientAddressOf(incoming: Exchange['incoming'], trustedProxies: number): string {
  const direct = incoming.socket.remoteAddress ?? 'inconnu';
  if (trustedProxies === 0) return direct;
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  return forwarded.at(-trustedProxies) ?? direct;
}
