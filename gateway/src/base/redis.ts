import type { RedisClientType } from '@redis/client';
import type { Logger } from './logger.ts';

/** A connection that fails at once when Redis is away, and comes back by itself. */
export type Redis = RedisClientType;

/** A start that cannot reach Redis: somebody asked for it, so going on without would not be what they asked. */
class RedisFault extends Error {
  override readonly name = 'RedisFault';
}

/** How Redis' protocol marks a string; left to itself the client would read bytes as text. */
const BLOB_STRING = 36;

const CONNECT_TIMEOUT_MS = 3_000;
const LONGEST_PAUSE_MS = 2_000;

/** @throws {RedisFault} one French line, without the password the address may hold */
export async function openRedis(url: string, logger: Logger): Promise<Redis> {
  // Loaded only by a gateway that uses one.
  const { createClient } = await import('@redis/client');
  let started = false;
  const client = createClient({
    url,
    // What cannot be asked now is not worth asking later: the memory of this process stands in.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (tries) => started && Math.min(50 * 2 ** tries, LONGEST_PAUSE_MS),
    },
  });
  // Each attempt to come back may fail: its absence is said once.
  let away = false;
  client.on('error', (error: Error) => {
    if (started && !away)
      logger.warn('Redis ne répond pas : la mémoire de ce processus prend le relais', { error });
    away = true;
  });
  client.on('ready', () => {
    if (started && away) logger.info('Redis répond de nouveau');
    away = false;
  });
  try {
    await client.connect();
  } catch (cause) {
    throw new RedisFault('Redis ne répond pas à l’adresse donnée par PALIER_REDIS_URL.', { cause });
  }
  started = true;
  return client as Redis;
}

/** What a key holds, as it was written. */
export const readBytes = (redis: Redis, key: string): Promise<Buffer | null> =>
  redis.withTypeMapping({ [BLOB_STRING]: Buffer }).get(key) as Promise<Buffer | null>;
