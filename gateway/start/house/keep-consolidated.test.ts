import type { DueOutcome } from '@palier/sante-quebec/consolidation';
import { expect, it, vi } from 'vitest';
import { keepConsolidated } from './keep-consolidated.ts';

const MADE = {
  etat: 'CONSOLIDEE',
  campagne: '2026-2027',
  version: 'v',
  mesures: 1,
  isSettled: true,
} as const;

it('tells what was made and what failed, by its campagne, and tries again what failed until it is made', async () => {
  const runs: DueOutcome[] = [
    { outcomes: [MADE], failures: [{ campagne: '2027-2028', error: new Error('unknown exigence') }] },
    { outcomes: [MADE, { ...MADE, campagne: '2027-2028' }], failures: [] },
  ];
  const house = {
    gateway: { execute: () => Promise.resolve({ data: {} }) },
    consolidateDue: vi.fn(() => Promise.resolve(runs.shift())),
    onChange: () => () => undefined,
  };
  const consolidated = vi.fn();
  const failed = vi.fn();
  const kept = keepConsolidated(house as unknown as Parameters<typeof keepConsolidated>[0], {
    consolidated,
    failed,
    waitMs: 1,
  });
  await kept.begin();
  expect(consolidated.mock.calls).toEqual([[[MADE]]]);
  expect(failed.mock.calls).toEqual([[new Error('unknown exigence'), '2027-2028']]);
  await expect.poll(() => consolidated.mock.calls.length).toBe(2);
  // Nothing changed since: nothing is made.
  await kept.begin();
  expect(house.consolidateDue).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledOnce();
  kept.stop();
});
