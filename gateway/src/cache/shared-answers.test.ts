import { createSecretKey, hash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../base/logger.ts';
import { openRedis, readBytes, type Redis } from '../base/redis.ts';
import type { Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { createRecordSeal, SEAL_LENGTH } from './record-seal.ts';
import { composeVersioned, serveVersioned, type VersionedSubgraph } from '../testing/versioned-subgraph.ts';

const REDIS = process.env['PALIER_TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

async function answers(): Promise<boolean> {
  const client = createClient({ url: REDIS, socket: { connectTimeout: 500, reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    client.destroy();
    return true;
  } catch {
    return false;
  }
}

const KEYS = [{ id: 'essai', secret: createSecretKey(randomBytes(32)) }];

const hasRedis = await answers();
if (!hasRedis) process.stderr.write('No Redis answers: answers shared between gateways are not tested.\n');

describe.runIf(hasRedis)('answers kept in Redis', () => {
  let subgraph: VersionedSubgraph;
  const gateways: Gateway[] = [];
  const urls: string[] = [];
  // A graph of its own a run: what another run kept is not found.
  const mark = `# ${randomUUID()}\n`;

  beforeAll(async () => {
    // A gateway gives up on a slow Redis: here it has all its time.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    subgraph = await serveVersioned();
    for (let count = 0; count < 2; count += 1) {
      const gateway = await openGateway({
        supergraph: { sdl: mark + composeVersioned(subgraph.url) },
        redisUrl: REDIS,
        callKeys: KEYS,
        logLevel: 'error',
      });
      gateways.push(gateway);
      urls.push((await gateway.listen(0, '127.0.0.1')).url);
    }
  });
  afterAll(async () => {
    vi.useRealTimers();
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await subgraph.close();
    const redis = await openRedis(REDIS, createLogger('error'));
    // Those of another run that goes on are left.
    for await (const keys of redis.scanIterator({ MATCH: 'palier:reponse:*' })) {
      for (const key of keys) if (await isOurs(redis, key)) await redis.del(key);
    }
    redis.destroy();
  });

  const seal = createRecordSeal(KEYS, REDIS);
  const written = new Set<string>();
  /** Whether this run wrote it, though it was tampered with since. */
  async function isOurs(redis: Redis, key: string): Promise<boolean> {
    const record = await readBytes(redis, key);
    if (record === null) return false;
    const content = record.subarray(SEAL_LENGTH);
    if (seal.isOurs(key, content, record.subarray(0, SEAL_LENGTH))) written.add(key);
    return written.has(key);
  }

  async function ask(rank: number, query = '{ valeur }') {
    const response = await fetch(`${urls[rank]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { text: await response.text(), cache: response.headers.get('cache-status') };
  }

  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) await sleep(20);
  };

  it('are given by another gateway, which did not ask, and by none once they no longer hold', async () => {
    // Both know the operation, and follow the version.
    for (const rank of [0, 1]) await until(async () => (await ask(rank)).cache === 'Palier; hit');
    // The news may be on its way still: what was kept before it is no answer to wait for.
    const isKept = async (rank: number, value: number): Promise<boolean> => {
      const { text, cache } = await ask(rank);
      return text === `{"data":{"valeur":${value}}}` && cache === 'Palier; hit';
    };
    subgraph.write();
    await until(() => isKept(0, 1));
    const { asked } = subgraph;
    await until(() => isKept(1, 1));
    expect(subgraph.asked).toBe(asked);
    subgraph.write();
    await until(async () => (await ask(1)).text === '{"data":{"valeur":2}}');
  });

  /** Changes the record of the answer to « { nom } » as somebody who may write in Redis would. */
  async function tamper(change: (record: Buffer) => Buffer): Promise<number> {
    const redis = await openRedis(REDIS, createLogger('error'));
    let changed = 0;
    for await (const keys of redis.scanIterator({ MATCH: 'palier:reponse:*' })) {
      for (const key of keys) {
        if (!(await isOurs(redis, key))) continue;
        const record = await readBytes(redis, key);
        if (!record?.includes('"nom":"compteur"')) continue;
        await redis.set(key, change(record));
        changed += 1;
      }
    }
    redis.destroy();
    return changed;
  }

  const imposteur = (record: Buffer): Buffer =>
    Buffer.from(record.toString('latin1').replace('compteur"}}', 'imposteur"}}'), 'latin1');
  const forge = (record: Buffer): Buffer =>
    Buffer.concat([randomBytes(SEAL_LENGTH), record.subarray(SEAL_LENGTH)]);
  const headOf = (record: Buffer): Buffer => record.subarray(0, record.indexOf('{'));

  it.each<[string, (record: Buffer) => Buffer]>([
    ['other data', imposteur],
    ['other data, signed with a key that is not ours', (record) => forge(imposteur(record))],
    [
      'the form and the digest of former records',
      () => {
        const body = '{"data":{"nom":"imposteur"}}';
        const digest = hash('sha256', body, 'base64url').slice(0, 22);
        return Buffer.from(`${JSON.stringify({ digest, cacheControl: 'no-cache', versions: [] })}\n${body}`);
      },
    ],
    [
      'a header that ends too soon',
      (record) =>
        Buffer.concat([headOf(record), Buffer.from('{"cacheControl":"a\\r\\nb","versions":[]}\n{}')]),
    ],
    ['nothing', () => Buffer.alloc(0)],
  ])('are not believed when they were tampered with: %s', async (_, change) => {
    await until(async () => (await ask(0, '{ nom }')).cache === 'Palier; hit');
    expect(await tamper(change)).toBeGreaterThan(0);
    const late = await openGateway({
      supergraph: { sdl: mark + composeVersioned(subgraph.url) },
      redisUrl: REDIS,
      callKeys: KEYS,
      logLevel: 'error',
    });
    urls[2] = (await late.listen(0, '127.0.0.1')).url;
    // It never asked it: it finds the record, and does not take it.
    await until(async () => (await ask(2, '{ nom }')).cache === 'Palier; hit');
    expect((await ask(2, '{ nom }')).text).toBe('{"data":{"nom":"compteur"}}');
    await late.stop();
    subgraph.write();
  });
});

describe('the seal of a record', () => {
  const record = Buffer.from('{}\n{"data":null}');
  const [first, second] = ['premiere', 'seconde'].map((id) => ({
    id,
    secret: createSecretKey(randomBytes(32)),
  }));

  it('holds for its key, its content, and any of the keys in turn', () => {
    const before = createRecordSeal([first!], REDIS);
    const turning = createRecordSeal([second!, first!], REDIS);
    const after = createRecordSeal([second!], REDIS);
    const signature = before.sign('cle', record);
    expect([before, turning, after].map((seal) => seal.isOurs('cle', record, signature))).toEqual([
      true,
      true,
      false,
    ]);
    expect(before.isOurs('autre', record, signature)).toBe(false);
    expect(before.isOurs('cle', Buffer.from('{}'), signature)).toBe(false);
    expect(before.isOurs('cle', record, signature.subarray(1))).toBe(false);
    expect(after.isOurs('cle', record, turning.sign('cle', record))).toBe(true);
  });

  it('is by the password of Redis where there are no keys', () => {
    const one = createRecordSeal([], 'redis://:secret@127.0.0.1:6379');
    const other = createRecordSeal([], 'redis://:autre@127.0.0.1:6379');
    const elsewhere = createRecordSeal([], 'redis://:secret@redis.test');
    const signature = one.sign('cle', record);
    expect([elsewhere, other].map((seal) => seal.isOurs('cle', record, signature))).toEqual([true, false]);
  });
});

it('a gateway told to use a Redis that does not answer says so in one French line', async () => {
  const opening = openGateway({
    supergraph: { sdl: composeVersioned('http://127.0.0.1:9/graphql') },
    redisUrl: 'redis://:secret@127.0.0.1:9',
    logLevel: 'error',
  });
  await expect(opening).rejects.toThrow('Redis ne répond pas à l’adresse donnée par PALIER_REDIS_URL.');
});
