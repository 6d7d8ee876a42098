import { expect, it } from 'vitest';
import { createBoundedCache } from './bounded-cache.ts';

it('drops what was unused for longest, never past its weight', () => {
  const cache = createBoundedCache<number>(10);
  cache.set('a', 1, 4);
  cache.set('b', 2, 4);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3, 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  expect(cache.weight).toBe(8);
});

it('replaces a value without counting it twice, and refuses what is too heavy', () => {
  const cache = createBoundedCache<number>(10);
  cache.set('a', 1, 4);
  cache.set('a', 2, 5);
  cache.set('b', 3, 11);
  expect([cache.get('a'), cache.get('b'), cache.weight]).toEqual([2, undefined, 5]);
});
