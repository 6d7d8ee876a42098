import { createHash, hash } from 'node:crypto';
import type { Logger } from '../base/logger.ts';
import type { Redis } from '../base/redis.ts';
import { createMemoryShares } from './memory-shares.ts';
import { toDrops, toGrant, type Drops, type RateLimit, type Shares } from './shares.ts';
import type { Grant } from '../request/client-request.ts';

export interface RedisSharesOptions {
  readonly limit: RateLimit;
  readonly logger: Logger;
  readonly prefix?: string;
}

/** `takeDrop` and `settle`, where all gateways count together, by the clock of Redis. */
const TAKE_DROP = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval, whole, units = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = from + interval * units
if ARGV[4] == 'TAKE' and next - whole - now > 0.001 then return {0, tostring(from - now)} end
local life = math.ceil(next - now)
if life > 0 then redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', life)
else redis.call('DEL', KEYS[1]) end
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
  const argumentsOf = (units: number, act: 'TAKE' | 'SETTLE'): string[] =>
    [drops.intervalMs, drops.wholeMs, units, act].map(String);
  const isAway = (): boolean => !redis.isReady || performance.now() < pausedUntil;
  let pausedUntil = 0;
  let isStandingIn = false;

  const noteSilence = (error: unknown): void => {
    pausedUntil = performance.now() + PAUSE_MS;
    // A lost connection says so itself.
    if (!isStandingIn && redis.isReady)
      logger.warn('Les débits se comptent dans la mémoire de ce processus : Redis ne répond pas', { error });
    isStandingIn = true;
  };
  return {
    take(client, units = 1) {
      if (isAway()) return memory.take(client, units);
      const asked = Math.min(units, limit.units);
      return withPatience(runScript(redis, keyOf(prefix, client), argumentsOf(asked, 'TAKE'))).then(
        (reply) => {
          isStandingIn = false;
          return readReply(reply, drops, asked);
        },
        (error: unknown) => {
          noteSilence(error);
          return memory.take(client, units);
        },
      );
    },
    settle(client, units) {
      if (isAway()) memory.settle(client, units);
      else
        withPatience(runScript(redis, keyOf(prefix, client), argumentsOf(units, 'SETTLE'))).catch(
          noteSilence,
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

function readReply(reply: unknown, drops: Drops, units: number): Grant {
  const [granted, resetMs] = reply as readonly [number, string];
  return toGrant(granted === 1, Number(resetMs), drops, units);
}

function withPatience<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
