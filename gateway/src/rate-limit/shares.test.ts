import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Logger } from '../base/logger.ts';
import { openRedis, type Redis } from '../base/redis.ts';
import { isRedisHere, openRedisProxy, type RedisProxy } from '../testing/redis-proxy.ts';
import { createMemoryShares } from './memory-shares.ts';
import { createRedisShares } from './redis-shares.ts';
import type { Shares } from './shares.ts';

describe('the share of each client, in memory', () => {
  it('is granted again drop by drop', () => {
    let time = 1_000;
    const shares = createMemoryShares({ units: 2, perSeconds: 10 }, () => time);
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
    const shares = createMemoryShares({ units: 7, perSeconds: 3 }, () => time);
    let granted = 0;
    for (let step = 0; step < 3_000; step += 1) {
      if (shares.take('a').granted) granted += 1;
      time += 10;
    }
    // Seven at once, and seven each three seconds for thirty seconds.
    expect(granted).toBe(7 + 70 - 1);
  });
});

describe('the share of work, in memory', () => {
  const limit = { units: 1_000, perSeconds: 10 };

  it('takes what is asked, whole or not at all', () => {
    const shares = createMemoryShares(limit, () => 1_000);
    const taken = [600, 500, 400].map((units) => shares.take('a', units));
    expect(taken.map(({ granted, remaining, retryMs }) => [granted, remaining, retryMs])).toEqual([
      [true, 400, 0],
      [false, 400, 1_000],
      [true, 0, 0],
    ]);
  });

  it('grants what is more than a whole share after a rest', () => {
    let time = 1_000;
    const shares = createMemoryShares(limit, () => time);
    expect(shares.take('a', 1).granted).toBe(true);
    const { granted, retryMs } = shares.take('a', 50_000);
    expect([granted, retryMs]).toEqual([false, 10]);
    time += 10;
    expect(shares.take('a', 50_000).granted).toBe(true);
  });

  it.each([
    ['gives back what was not done', -300, 400, 0],
    ['counts what was done besides', 300, 0, 1_000],
    ['counts it even where nothing is left, as a debt', 5_000, 0, 48_000],
  ])('%s', (_, more, remaining, retryMs) => {
    let time = 1_000;
    const shares = createMemoryShares(limit, () => time);
    shares.take('a', 900);
    shares.settle('a', more);
    expect(shares.take('a', 0)).toMatchObject({ remaining });
    const refused = shares.take('a', 100);
    expect([refused.granted, refused.retryMs]).toEqual([retryMs === 0, retryMs === 0 ? 0 : retryMs + 2_000]);
    time += 60_000;
    expect(shares.take('a', 1_000).granted).toBe(true);
  });
});

describe.skipIf(!(await isRedisHere()))(
  'the share of each client, in Redis (skipped when it is away)',
  () => {
    let proxy: RedisProxy;
    const clients: Redis[] = [];
    const opened: Shares[] = [];
    let prefix = '';
    const lines: string[] = [];
    const note = (message: string): void => void lines.push(message);
    const logger: Logger = { debug: note, info: note, warn: note, error: note };
    /** A process gives up on a slow Redis, and counts by itself: here Redis has all its time. */
    const waitForRedis = (): void => void vi.useFakeTimers({ toFake: ['setTimeout'] });
    afterEach(async () => {
      vi.useRealTimers();
      for (const client of clients.splice(0)) client.destroy();
      opened.length = 0;
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
          const shares = createRedisShares(redis, { limit: { units: requests, perSeconds }, logger, prefix });
          opened.push(shares);
          return async () => (await shares.take('a')).granted;
        }),
      );
    }

    it('is one for all gateways', async () => {
      const [first, second] = await openTwo(4, 3_600);
      waitForRedis();
      const asked = [first!, second!, first!, second!, first!, second!];
      const granted: boolean[] = [];
      for (const ask of asked) granted.push(await ask());
      expect(granted).toEqual([true, true, true, true, false, false]);
    });

    it('comes back', async () => {
      const [first, second] = await openTwo(1, 1);
      waitForRedis();
      expect(await first!()).toBe(true);
      await expect.poll(() => second!()).toBe(true);
    });

    it('is one for the work that all gateways do, settled by any of them', async () => {
      await openTwo(1_000, 100);
      const [first, second] = opened as [Shares, Shares];
      const ask = async (shares: Shares, units: number): Promise<unknown> => {
        const { granted, remaining } = await shares.take('a', units);
        return [granted, Math.round(remaining / 100)];
      };
      expect([await ask(first, 900), await ask(second, 400)]).toEqual([
        [true, 1],
        [false, 1],
      ]);
      first.settle('a', -600);
      await expect.poll(async () => (await second.take('a', 500)).granted).toBe(true);
      second.settle('a', 4_000);
      // Nearly four shares are owed, and one is asked.
      const wait = async (): Promise<number> => Math.ceil((await first.take('a', 1_000)).retryMs / 100_000);
      await expect.poll(wait).toBe(5);
      // Given back more than was owed, nothing is kept.
      first.settle('a', -50_000);
      await expect.poll(() => clients[0]!.keys(`${prefix}*`)).toEqual([]);
    });

    it('takes together what is asked together', async () => {
      await openTwo(1_000, 1_000);
      const asked = Array.from({ length: 20 }, (_, rank) => opened[rank % 2]!.take('a', 100));
      const granted = (await Promise.all(asked)).filter((grant) => grant.granted);
      expect(granted).toHaveLength(10);
    });

    it('keeps no count longer than it means something, and no name', async () => {
      const [first] = await openTwo(10, 36_000);
      waitForRedis();
      await first!();
      const redis = clients[0]!;
      const [key = ''] = await redis.keys(`${prefix}*`);
      expect(key).not.toMatch(/:a$/);
      const left = await redis.pTTL(key);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(3_600_000);
    });

    it.each(['cut', 'hang'] as const)(
      'is counted by each process when Redis is %s, which is said once, then together again',
      async (fault) => {
        const [first, second] = await openTwo(2, 3_600);
        waitForRedis();
        expect([await first!(), await second!(), await first!()]).toEqual([true, true, false]);
        await proxy[fault]();
        vi.useRealTimers();
        // Each starts again from its own memory, and still limits.
        for (const ask of [first!, second!]) {
          expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
        }
        expect(lines.filter((line) => line.includes('Redis ne répond pas'))).toHaveLength(2);
        await proxy.restore();
        await expect.poll(() => clients.every(({ isReady }) => isReady)).toBe(true);
        await wait(1_100);
        expect([await first!(), await second!()]).toEqual([false, false]);
      },
    );
  },
);
