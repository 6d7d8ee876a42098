import { Refusal } from '../../errors/errors.ts';
import { toSeconds, type RateLimit, type Shares } from '../../rate-limit/shares.ts';
import type { Grant } from '../../request/client-request.ts';
import { clientNetworkOf } from '../transport/client-address.ts';
import type { Exchange, Step } from '../transport/exchange.ts';

/**
 * Grants each client its share: one who is known, wherever they are; the others, a network each. A token met for the
 * first time is its network's until it is verified, so that a flood of bad ones is bounded.
 */
export function useRateLimit(shares: Shares, limit: RateLimit): Step {
  return (exchange) => {
    if (exchange.method === 'OPTIONS') return undefined;
    const { policy, client } = whoAsks(exchange);
    const grant = shares.take(`${policy} ${client}`);
    return grant instanceof Promise
      ? grant.then((granted) => applyGrant(exchange, policy, granted, limit))
      : applyGrant(exchange, policy, grant, limit);
  };
}

/** Names whoever the work of an operation is counted to, once it is known who asks. */
export function useWorkRate(): Step {
  return (exchange) => {
    const { policy, client } = whoAsks(exchange);
    exchange.clientRequest.share = { client: `${policy} ${client}`, left: undefined };
    return undefined;
  };
}

function whoAsks({ clientRequest, client }: Exchange): {
  readonly policy: 'adresse' | 'sujet';
  readonly client: string;
} {
  const { subject } = clientRequest.identity;
  return subject === undefined
    ? { policy: 'adresse', client: clientNetworkOf(client) }
    : { policy: 'sujet', client: subject };
}

/** Every answer says what is left, as the IETF's draft of rate limit headers has it. */
function applyGrant(exchange: Exchange, policy: string, grant: Grant, limit: RateLimit): undefined {
  tellShare(exchange, policy, grant, limit);
  if (grant.granted) return undefined;
  const { units: requests, perSeconds } = limit;
  const retryAfter = Math.max(1, toSeconds(grant.retryMs));
  throw new Refusal('TROP_DE_REQUETES', {
    detail: `La limite est de ${requests} requêtes par ${perSeconds} s ; réessayez dans ${retryAfter} s.`,
    facts: { limite: requests, retryAfter },
  });
}

/** What is left of the client's share of work, beside its share of requests. */
export function tellWork(exchange: Exchange, limit: RateLimit | undefined): void {
  const left = exchange.clientRequest.share?.left;
  if (left && limit) tellShare(exchange, 'travail', left, limit);
}

function tellShare(
  { headers }: Exchange,
  policy: string,
  grant: Grant,
  { units, perSeconds }: RateLimit,
): void {
  const add = (name: string, item: string): void => {
    headers[name] = headers[name] === undefined ? item : `${headers[name]}, ${item}`;
  };
  add('ratelimit-policy', `"${policy}";q=${units};w=${perSeconds}`);
  add('ratelimit', `"${policy}";r=${grant.remaining};t=${toSeconds(grant.resetMs)}`);
}
