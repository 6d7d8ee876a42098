import { hash } from 'node:crypto';
import { createBoundedCache } from '../bounded-cache.ts';
import { readBytes, type Redis } from '../redis.ts';
import type { CacheSettings } from './cache-settings.ts';
import { fromRecord, type SealedAnswer, toRecord } from './sealed-answer.ts';

type Holds = (answer: SealedAnswer) => boolean;

/** Keeps answers by a key that stands for all they depend on, besides the versions they bear. */
export interface AnswerStore {
  /** One that `holds`; at once when it is in memory. */
  find(key: string, holds: Holds): SealedAnswer | undefined | Promise<SealedAnswer | undefined>;
  keep(key: string, answer: SealedAnswer): void;
  readonly bytes: number;
}

/** What an answer weighs besides its bytes and its key. */
const OVERHEAD = 400;

/** Nothing when no answer is to be kept. */
export function createAnswerStore(
  { bytes }: CacheSettings,
  redis: Redis | undefined,
): AnswerStore | undefined {
  if (bytes === 0) return undefined;
  const memory = createMemoryStore(bytes);
  return redis ? createSharedStore(memory, redis) : memory;
}

function createMemoryStore(maxBytes: number): AnswerStore {
  const answers = createBoundedCache<SealedAnswer>(maxBytes);
  return {
    find(key, holds) {
      const answer = answers.get(key);
      return answer && holds(answer) ? answer : undefined;
    },
    keep: (key, answer) => answers.set(key, answer, answer.body.length + key.length + OVERHEAD),
    get bytes() {
      return answers.weight;
    },
  };
}

const PREFIX = 'palier:reponse:';
/** A key may hold what a client says of itself: Redis is told nothing of it. */
const redisKeyOf = (key: string): string => PREFIX + hash('sha256', key, 'base64url');
/** Stale answers are never given; they are only in the way. */
const LIFE_SECONDS = 3_600;
/** Making an answer again costs less than waiting longer for it. */
const PATIENCE_MS = 50;

/** Memory first, then what another gateway kept in Redis. Redis away, memory alone. */
function createSharedStore(memory: AnswerStore, redis: Redis): AnswerStore {
  const findInRedis = async (key: string, holds: Holds): Promise<SealedAnswer | undefined> => {
    const record = await soon(readBytes(redis, redisKeyOf(key)));
    const answer = record ? fromRecord(record) : undefined;
    if (!answer || !holds(answer)) return undefined;
    memory.keep(key, answer);
    return answer;
  };
  return {
    find: (key, holds) => memory.find(key, holds) ?? findInRedis(key, holds),
    keep(key, answer) {
      memory.keep(key, answer);
      void soon(
        redis.set(redisKeyOf(key), toRecord(answer), { expiration: { type: 'EX', value: LIFE_SECONDS } }),
      );
    },
    get bytes() {
      return memory.bytes;
    },
  };
}

async function soon<Value>(work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, impatience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
