import { createHash, hash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import type { Redis } from '../redis.ts';
import { createMemoryShares } from './memory-shares.ts';
import { toDrops, toGrant, type Drops, type Grant, type RateLimit, type Shares } from './shares.ts';

export interface RedisSharesOptions {
  readonly limit: RateLimit;
  readonly logger: Logger;
  readonly prefix?: string;
}

/** `takeDrop`, where all gateways count together, by the clock of Redis. */
const TAKE_DROP = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval, whole = tonumber(ARGV[1]), tonumber(ARGV[2])
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = from + interval
if next - whole - now > 0.001 then return {0, tostring(from - now)} end
redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now))
return {1, tostring(next - now)}
`;
const DIGEST = createHash('sha1').update(TAKE_DROP).digest('hex');

/** A request waits no longer for its count. */
const PATIENCE_MS = 250;
/** During which a Redis that kept a request waiting is not asked. */
const PAUSE_MS = 1_000;

/** Counts shared by all gateways of one Redis. When it is away, the memory of this process stands in. */
export function createRedisShares(redis: Redis, options: RedisSharesOptions): Shares {
  const { limit, logger, prefix = 'palier:debit:' } = options;
  const drops = toDrops(limit);
  const memory = createMemoryShares(limit);
  const args = [String(drops.intervalMs), String(drops.wholeMs)];
  let pausedUntil = 0;
  let isStandingIn = false;

  const standIn = (client: string, error: unknown): Grant => {
    pausedUntil = performance.now() + PAUSE_MS;
    // A lost connection says so itself.
    if (!isStandingIn && redis.isReady)
      logger.warn('Les débits se comptent dans la mémoire de ce processus : Redis ne répond pas', { error });
    isStandingIn = true;
    return memory.take(client);
  };
  return {
    take(client) {
      if (!redis.isReady || performance.now() < pausedUntil) return memory.take(client);
      return withPatience(runScript(redis, keyOf(prefix, client), args)).then(
        (reply) => {
          isStandingIn = false;
          return readReply(reply, drops);
        },
        (error: unknown) => standIn(client, error),
      );
    },
  };
}

/** Neither an address nor a name is kept there. */
const keyOf = (prefix: string, client: string): string => prefix + hash('sha256', client, 'base64url');

async function runScript(redis: Redis, key: string, args: string[]): Promise<unknown> {
  const given = { keys: [key], arguments: args };
  try {
    return await redis.evalSha(DIGEST, given);
  } catch (error) {
    if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
    return redis.eval(TAKE_DROP, given);
  }
}

function readReply(reply: unknown, drops: Drops): Grant {
  const [granted, resetMs] = reply as readonly [number, string];
  return toGrant(granted === 1, Number(resetMs), drops);
}

function withPatience<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
