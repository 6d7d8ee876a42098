import { Refusal } from '../errors.ts';
import type { Grant, RateLimit, Shares } from '../rate-limit/shares.ts';
import { clientNetworkOf } from './client-address.ts';
import type { Exchange, Step } from './exchange.ts';

/**
 * Grants each client its share: one who is known, wherever they are; the others, a network each. A token met for the
 * first time is its network's until it is verified, so that a flood of bad ones is bounded.
 */
export function useRateLimit(shares: Shares, limit: RateLimit): Step {
  return (exchange) => {
    if (exchange.method === 'OPTIONS') return undefined;
    const { subject } = exchange.clientRequest.identity;
    const [policy, client] =
      subject === undefined
        ? (['adresse', clientNetworkOf(exchange.client)] as const)
        : (['sujet', subject] as const);
    const grant = shares.take(`${policy} ${client}`);
    return grant instanceof Promise
      ? grant.then((granted) => applyGrant(exchange, policy, granted, limit))
      : applyGrant(exchange, policy, grant, limit);
  };
}

/** Every answer says what is left, as the IETF's draft of rate limit headers has it. */
function applyGrant(
  exchange: Exchange,
  policy: string,
  grant: Grant,
  { requests, perSeconds }: RateLimit,
): undefined {
  exchange.headers['ratelimit-policy'] = `"${policy}";q=${requests};w=${perSeconds}`;
  exchange.headers['ratelimit'] = `"${policy}";r=${grant.remaining};t=${toSeconds(grant.resetMs)}`;
  if (grant.granted) return undefined;
  const retryAfter = Math.max(1, toSeconds(grant.retryMs));
  throw new Refusal('TROP_DE_REQUETES', {
    detail: `La limite est de ${requests} requêtes par ${perSeconds} s ; réessayez dans ${retryAfter} s.`,
    facts: { limite: requests, retryAfter },
  });
}

/** Whole seconds that are enough; sums of fractions are not exact. */
const toSeconds = (ms: number): number => Math.ceil(Math.round(ms) / 1_000);
