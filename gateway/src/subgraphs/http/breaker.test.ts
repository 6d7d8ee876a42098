import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBreaker, type Breaker } from './breaker.ts';

let time: number;
let breaker: Breaker;
beforeEach(() => {
  time = 0;
  breaker = createBreaker({ minimumCalls: 4, failureShare: 0.5, windowMs: 100, openMs: 50, now: () => time });
});
afterEach(() => void vi.useRealTimers());

const fail = (times: number): void => {
  for (let n = 0; n < times; n += 1) breaker.failed();
};

it('opens when half of enough calls fail, and not before', () => {
  fail(3);
  expect(breaker.allows()).toBe(true);
  fail(1);
  expect(breaker.allows()).toBe(false);
});

it('stays closed when most calls succeed', () => {
  for (let n = 0; n < 10; n += 1) {
    breaker.succeeded();
    breaker.succeeded();
    breaker.failed();
  }
  expect(breaker.state).toBe('ferme');
});

it('forgets what failed before its window', () => {
  fail(3);
  time = 101;
  fail(1);
  expect(breaker.state).toBe('ferme');
});

it('lets one probe through after a while, and closes when it succeeds', () => {
  fail(4);
  time = 50;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  breaker.succeeded();
  expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
});

it('opens again when the probe fails, and probes again when it never ends', () => {
  fail(4);
  time = 50;
  breaker.allows();
  breaker.failed();
  expect(breaker.allows()).toBe(false);
  time = 100;
  expect(breaker.allows()).toBe(true);
  time = 150;
  expect(breaker.allows()).toBe(true);
});

it('stays closed whatever comes to nothing once it was answered', () => {
  for (let n = 0; n < 100; n += 1) breaker.answered();
  expect(breaker.state).toBe('ferme');
});

it('closes when its probe is answered, even by a refusal', () => {
  fail(4);
  time = 50;
  breaker.allows();
  breaker.answered();
  expect(breaker.state).toBe('ferme');
});

it('probes again at once when the probe is abandoned, and no sooner for a call of before', () => {
  fail(4);
  breaker.abandoned();
  expect(breaker.allows()).toBe(false);
  time = 50;
  expect(breaker.allows()).toBe(true);
  expect(breaker.allows()).toBe(false);
  breaker.abandoned();
  expect(breaker.allows()).toBe(true);
});

it('lets its probe through as soon when the clock of the machine is set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  breaker = createBreaker({ minimumCalls: 4, failureShare: 0.5, windowMs: 60_000, openMs: 20 });
  fail(4);
  vi.setSystemTime(Date.now() - 3_600_000);
  await expect.poll(() => breaker.allows()).toBe(true);
});
