import { hash } from 'node:crypto';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { readBytes, type Redis } from '../base/redis.ts';
import type { CacheSettings } from './cache-settings.ts';
import { SEAL_LENGTH, type RecordSeal } from './record-seal.ts';
import { fromRecord, type SealedAnswer, toRecord } from '../request/sealed-answer.ts';

type Holds = (answer: SealedAnswer) => boolean;

/** Keeps answers by a key that stands for all they depend on, besides the versions they bear. */
export interface AnswerStore {
  /** One that `holds`; at once when it is in memory. */
  find(key: string, holds: Holds): SealedAnswer | undefined | Promise<SealedAnswer | undefined>;
  keep(key: string, answer: SealedAnswer): void;
  readonly bytes: number;
}

/** What an answer takes besides its bytes and its key. */
const OVERHEAD = 500;

/** Nothing when no answer is to be kept. */
export function createAnswerStore(
  { bytes }: CacheSettings,
  shared: SharedPlace | undefined,
): AnswerStore | undefined {
  if (bytes === 0) return undefined;
  const memory = createMemoryStore(bytes);
  return shared ? createSharedStore(memory, shared) : memory;
}

/** Where gateways share what they keep, and how they know it for theirs. */
export interface SharedPlace {
  readonly redis: Redis;
  readonly seal: RecordSeal;
}

function createMemoryStore(maxBytes: number): AnswerStore {
  const answers = createBoundedCache<SealedAnswer>(maxBytes);
  return {
    find(key, holds) {
      const answer = answers.get(key);
      return answer && holds(answer) ? answer : undefined;
    },
    keep: (key, answer) => answers.set(key, answer, answer.body.length + OVERHEAD),
    get bytes() {
      return answers.bytes;
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
function createSharedStore(memory: AnswerStore, { redis, seal }: SharedPlace): AnswerStore {
  const findInRedis = async (key: string, holds: Holds): Promise<SealedAnswer | undefined> => {
    const redisKey = redisKeyOf(key);
    const sealed = await soon(readBytes(redis, redisKey));
    if (!sealed) return undefined;
    const record = sealed.subarray(SEAL_LENGTH);
    const isOurs = seal.isOurs(redisKey, record, sealed.subarray(0, SEAL_LENGTH));
    const answer = isOurs ? fromRecord(record) : undefined;
    if (!answer || !holds(answer)) return undefined;
    memory.keep(key, answer);
    return answer;
  };
  return {
    find: (key, holds) => memory.find(key, holds) ?? findInRedis(key, holds),
    keep(key, answer) {
      memory.keep(key, answer);
      const redisKey = redisKeyOf(key);
      const record = toRecord(answer);
      const sealed = Buffer.concat([seal.sign(redisKey, record), record]);
      void soon(redis.set(redisKey, sealed, { expiration: { type: 'EX', value: LIFE_SECONDS } }));
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
