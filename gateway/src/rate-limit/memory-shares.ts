import { createBoundedCache } from '../bounded-cache.ts';
import { takeDrop, toDrops, type Grant, type RateLimit } from './shares.ts';

/** Clients remembered at once; the ones unheard for longest are forgotten, which gives them a whole share again. */
const MOST_CLIENTS = 100_000;

/** Counts in the memory of this process. */
export function createMemoryShares(
  limit: RateLimit,
  now: () => number = () => performance.now(),
): { take(client: string): Grant } {
  const drops = toDrops(limit);
  const clients = createBoundedCache<number>(MOST_CLIENTS);
  return {
    take(client) {
      const { grant, wholeAt } = takeDrop(clients.get(client) ?? 0, now(), drops);
      clients.set(client, wholeAt, 1);
      return grant;
    },
  };
}
