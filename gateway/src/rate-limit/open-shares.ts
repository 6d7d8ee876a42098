import type { Logger } from '../base/logger.ts';
import type { Redis } from '../base/redis.ts';
import { createMemoryShares } from './memory-shares.ts';
import { createRedisShares } from './redis-shares.ts';
import type { RateLimit, Shares } from './shares.ts';

/** One share a client for all gateways of one Redis, or for this gateway alone. */
export const openShares = (
  limit: RateLimit,
  redis: Redis | undefined,
  { logger, prefix }: { readonly logger: Logger; readonly prefix?: string },
): Shares =>
  redis
    ? createRedisShares(redis, { limit, logger, ...(prefix !== undefined && { prefix }) })
    : createMemoryShares(limit);
