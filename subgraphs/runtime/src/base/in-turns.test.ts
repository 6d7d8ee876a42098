import { expect, it } from 'vitest';
import { NobodyWaits } from './errors.ts';
import { eachInTurns } from './in-turns.ts';

/** What takes a while, and holds the loop for as long. */
function work(): void {
  const endsAt = performance.now() + 2;
  while (performance.now() < endsAt);
}

it('lets others pass between things, however few they are, each of which is long', async () => {
  const seen: (number | string)[] = [];
  setImmediate(() => seen.push('another'));
  await eachInTurns([1, 2, 3, 4, 5, 6], (item) => {
    work();
    seen.push(item);
  });
  expect(seen).toContain('another');
  expect(seen.filter((one) => typeof one === 'number')).toEqual([1, 2, 3, 4, 5, 6]);
});

it('goes no further once nobody waits', async () => {
  const seen: number[] = [];
  const items = Array.from({ length: 1_000 }, (_, index) => index);
  const asker = { operation: {}, leftMs: 0, isGone: true };
  const going = eachInTurns(
    items,
    (item) => {
      work();
      seen.push(item);
    },
    asker,
  );
  await expect(going).rejects.toThrow(NobodyWaits);
  expect(seen.length).toBeLessThan(items.length);
});
