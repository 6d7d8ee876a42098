import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { takeDrop, toDrops, type RateLimit, type Shares } from './shares.ts';
import type { Grant } from '../request/client-request.ts';

/** Memory for the clients' shares; those unheard for longest are forgotten, which gives them a whole share again. */
const CLIENTS_BYTES = 32_000_000;

/** Which answer at once. */
export interface MemoryShares extends Shares {
  take(client: string, units?: number): Grant;
}

/** Counts in the memory of this process. */
export function createMemoryShares(
  limit: RateLimit,
  now: () => number = () => performance.now(),
): MemoryShares {
  const drops = toDrops(limit);
  const clients = createBoundedCache<number>(CLIENTS_BYTES);
  return {
    take(client, units = 1) {
      const asked = Math.min(units, limit.units);
      const { grant, wholeAt } = takeDrop(clients.get(client) ?? 0, now(), drops, asked);
      clients.set(client, wholeAt, 0);
      return grant;
    },
    settle(client, units) {
      const from = Math.max(clients.get(client) ?? 0, now());
      clients.set(client, from + units * drops.intervalMs, 0);
    },
  };
}
