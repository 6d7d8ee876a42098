import { describe, expect, it } from 'vitest';
import { createKeptValues, keepByVersion } from './kept-values.ts';

const loader = {};

describe('kept values', () => {
  it('are found again by loader and key', () => {
    const kept = createKeptValues();
    kept.set(loader, 'a', null);
    expect(kept.get(loader, 'a')).toBeNull();
    expect(kept.get(loader, 'b')).toBeUndefined();
    expect(kept.get({}, 'a')).toBeUndefined();
  });

  it('forget what was not asked for again, and keep what was', () => {
    const kept = createKeptValues(10);
    kept.set(loader, 'asked', 1);
    kept.set(loader, 'left', 2);
    for (let turn = 0; turn < 25; turn += 1) {
      kept.set(loader, `other ${turn}`, turn);
      kept.get(loader, 'asked');
    }
    expect(kept.get(loader, 'asked')).toBe(1);
    expect(kept.get(loader, 'left')).toBeUndefined();
  });

  it('weigh a list by what it holds', () => {
    const kept = createKeptValues(10);
    for (const key of ['a', 'b', 'c']) kept.set(loader, key, Array.from({ length: 8 }));
    expect(kept.get(loader, 'a')).toBeUndefined();
    expect(kept.get(loader, 'c')).toHaveLength(8);
  });
});

describe('what is kept by version', () => {
  it('is left behind as soon as the data have another version', () => {
    let version: string | undefined = 'one';
    const keptNow = keepByVersion({ current: () => version });
    const before = keptNow();
    before.set(loader, 'a', 1);
    expect(keptNow().get(loader, 'a')).toBe(1);
    version = 'two';
    expect(keptNow().get(loader, 'a')).toBeUndefined();
    // A request that had begun before goes on, apart from those that follow.
    before.set(loader, 'b', 2);
    expect(keptNow().get(loader, 'b')).toBeUndefined();
  });

  it('is one request’s own while the version is not known', () => {
    const keptNow = keepByVersion({ current: () => undefined });
    keptNow().set(loader, 'a', 1);
    expect(keptNow().get(loader, 'a')).toBeUndefined();
  });
});
