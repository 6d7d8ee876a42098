import type { Logger } from '../logger.ts';
import type { Redis } from '../redis.ts';
import { createMemoryShares } from './memory-shares.ts';
import { createRedisShares } from './redis-shares.ts';
import type { RateLimit, Shares } from './shares.ts';

/** One share a client for all gateways of one Redis, or for this gateway alone. */
export const openShares = (limit: RateLimit, redis: Redis | undefined, logger: Logger): Shares =>
  redis ? createRedisShares(redis, { limit, logger }) : createMemoryShares(limit);
