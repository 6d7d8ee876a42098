import { describe, expect, it } from 'vitest';
import { createBoundedCache } from './bounded-cache.ts';
import { MemoryBudget } from './memory-budget.ts';

/** What an entry with a key of one character takes besides its value. */
const ENTRY = (() => {
  const budget = new MemoryBudget(10_000);
  createBoundedCache(undefined, budget).set('a', 1, 0);
  return budget.bytes;
})();

describe('a bounded cache', () => {
  it('drops what was unused for longest, never past its own bytes', () => {
    const budget = new MemoryBudget(1_000_000);
    const cache = createBoundedCache<number>(2 * (ENTRY + 1_000) + 10, budget);
    cache.set('a', 1, 1_000);
    cache.set('b', 2, 1_000);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3, 1_000);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
    expect([cache.bytes, budget.bytes]).toEqual([2 * (ENTRY + 1_000), 2 * (ENTRY + 1_000)]);
  });

  it('replaces a value without counting it twice, and refuses what is too heavy', () => {
    const budget = new MemoryBudget(1_000_000);
    const cache = createBoundedCache<number>(2_000, budget);
    cache.set('a', 1, 400);
    cache.set('a', 2, 500);
    cache.set('b', 3, 2_000);
    expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual([2, undefined, ENTRY + 500]);
    cache.clear();
    expect([cache.get('a'), cache.bytes, budget.bytes]).toEqual([undefined, 0, 0]);
  });
});

describe('what all caches may take together', () => {
  it.each([
    [1, 10_000],
    [3, 50_000],
    [12, 200_000],
  ])('is never passed by %i caches within %i bytes', (count, most) => {
    const budget = new MemoryBudget(most);
    const caches = Array.from({ length: count }, () => createBoundedCache<number>(undefined, budget));
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let turn = 0; turn < 5_000; turn += 1) {
      const cache = caches[next(count)]!;
      const key = 'x'.repeat(next(50));
      if (next(3) === 0) cache.get(key);
      else cache.set(key, turn, next(3_000));
      expect(budget.bytes).toBeLessThanOrEqual(most);
      expect(budget.bytes).toBe(caches.reduce((sum, { bytes }) => sum + bytes, 0));
    }
    expect(budget.bytes).toBeGreaterThan(most / 2);
  });

  it('lets go of what was unused for longest, whoever keeps it', () => {
    const budget = new MemoryBudget(3 * (ENTRY + 1_000));
    const [first, second] = [
      createBoundedCache<string>(undefined, budget),
      createBoundedCache<string>(undefined, budget),
    ];
    first.set('a', 'used', 1_000);
    first.set('b', 'unused', 1_000);
    second.set('a', 'newer', 1_000);
    first.get('a');
    second.set('b', 'newest', 1_000);
    expect([first.get('a'), first.get('b'), second.get('a'), second.get('b')]).toEqual([
      'used',
      undefined,
      'newer',
      'newest',
    ]);
  });

  it('does not let one thing that is too much take the place of all others', () => {
    const budget = new MemoryBudget(5_000);
    const cache = createBoundedCache<number>(undefined, budget);
    cache.set('a', 1, 100);
    cache.set('b', 2, 10_000);
    expect([cache.get('a'), cache.get('b')]).toEqual([1, undefined]);
  });

  it('is less from the moment it is said', () => {
    const budget = new MemoryBudget(100_000);
    const cache = createBoundedCache<number>(undefined, budget);
    for (let rank = 0; rank < 50; rank += 1) cache.set(String(rank), rank, 1_000);
    budget.limit(10_000);
    expect(budget.bytes).toBeLessThanOrEqual(10_000);
    expect([cache.get('0'), cache.get('49')]).toEqual([undefined, 49]);
  });
});
