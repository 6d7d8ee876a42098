import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Logger } from '../logger.ts';
import { openRedis, type Redis } from '../redis.ts';
import { isRedisHere, openRedisProxy, type RedisProxy } from '../testing/redis-proxy.ts';
import { createMemoryShares } from './memory-shares.ts';
import { createRedisShares } from './redis-shares.ts';

describe('the share of each client, in memory', () => {
  it('is granted again drop by drop', () => {
    let time = 1_000;
    const shares = createMemoryShares({ requests: 2, perSeconds: 10 }, () => time);
    const ask = (client: string): unknown => {
      const { granted, remaining, resetMs, retryMs } = shares.take(client);
      return [granted, remaining, resetMs, retryMs];
    };
    expect([ask('a'), ask('a'), ask('a'), ask('b')]).toEqual([
      [true, 1, 5_000, 0],
      [true, 0, 10_000, 0],
      [false, 0, 10_000, 5_000],
      [true, 1, 5_000, 0],
    ]);
    time += 5_000;
    expect([ask('a'), ask('a')]).toEqual([
      [true, 0, 10_000, 0],
      [false, 0, 10_000, 5_000],
    ]);
    time += 60_000;
    expect(ask('a')).toEqual([true, 1, 5_000, 0]);
  });

  it('grants neither more nor less than what it says, whatever the pace', () => {
    let time = 1_000;
    const shares = createMemoryShares({ requests: 7, perSeconds: 3 }, () => time);
    let granted = 0;
    for (let step = 0; step < 3_000; step += 1) {
      if (shares.take('a').granted) granted += 1;
      time += 10;
    }
    // Seven at once, and seven each three seconds for thirty seconds.
    expect(granted).toBe(7 + 70 - 1);
  });
});

describe.skipIf(!(await isRedisHere()))(
  'the share of each client, in Redis (skipped when it is away)',
  () => {
    let proxy: RedisProxy;
    const clients: Redis[] = [];
    let prefix = '';
    const lines: string[] = [];
    const note = (message: string): void => void lines.push(message);
    const logger: Logger = { debug: note, info: note, warn: note, error: note };
    afterEach(async () => {
      for (const client of clients.splice(0)) client.destroy();
      await proxy.close();
      lines.length = 0;
    });

    /** Two gateways of one Redis, counting under a prefix of this test. */
    async function openTwo(
      requests: number,
      perSeconds: number,
    ): Promise<readonly (() => Promise<boolean>)[]> {
      proxy = await openRedisProxy();
      prefix = `palier-essai:${randomUUID()}:`;
      return Promise.all(
        [1, 2].map(async () => {
          const redis = await openRedis(proxy.url, logger);
          clients.push(redis);
          const shares = createRedisShares(redis, { limit: { requests, perSeconds }, logger, prefix });
          return async () => (await shares.take('a')).granted;
        }),
      );
    }

    it('is one for all gateways, and comes back drop by drop', async () => {
      const [first, second] = await openTwo(4, 4);
      const asked = [first!, second!, first!, second!, first!, second!];
      const granted: boolean[] = [];
      for (const ask of asked) granted.push(await ask());
      expect(granted).toEqual([true, true, true, true, false, false]);
      await wait(1_100);
      expect([await second!(), await first!()]).toEqual([true, false]);
    });

    it('keeps no count longer than it means something, and no name', async () => {
      const [first] = await openTwo(10, 2);
      await first!();
      const redis = clients[0]!;
      const [key = ''] = await redis.keys(`${prefix}*`);
      expect(key).not.toMatch(/:a$/);
      const left = await redis.pTTL(key);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(200);
    });

    it.each(['cut', 'hang'] as const)(
      'is counted by each process when Redis is %s, which is said once, then together again',
      async (fault) => {
        const [first, second] = await openTwo(2, 60);
        expect([await first!(), await second!(), await first!()]).toEqual([true, true, false]);
        await proxy[fault]();
        // Each starts again from its own memory, and still limits.
        for (const ask of [first!, second!]) {
          expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
        }
        expect(lines.filter((line) => line.includes('Redis ne répond pas'))).toHaveLength(2);
        await proxy.restore();
        await expect.poll(() => clients.every(({ isReady }) => isReady), { timeout: 10_000 }).toBe(true);
        await wait(1_100);
        expect([await first!(), await second!()]).toEqual([false, false]);
      },
    );
  },
);
