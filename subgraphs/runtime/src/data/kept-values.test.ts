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
    const kept = createKeptValues(undefined, 2_000);
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
    const kept = createKeptValues(undefined, 2_000);
    const rows = Array.from({ length: 8 }, (_, rank) => ({ rank, nom: 'x'.repeat(60) }));
    for (const key of ['a', 'b', 'c']) kept.set(loader, key, rows);
    expect(kept.get(loader, 'a')).toBeUndefined();
    expect(kept.get(loader, 'c')).toHaveLength(8);
  });
});

describe('what a program keeps in all', () => {
  /** Takes any weight, and drops the first held when it is told to. */
  const memoryOf = () => {
    const held: { drop: () => void; bytes: number }[] = [];
    const hold = (drop: () => void) => {
      const one = { drop, bytes: 0 };
      held.push(one);
      return {
        touch: () => undefined,
        resize: (bytes: number) => void (one.bytes = bytes),
        release: () => void held.splice(held.indexOf(one), 1),
      };
    };
    return { hold, held, bytes: () => held.reduce((sum, { bytes }) => sum + bytes, 0) };
  };

  it.each([
    ['texts', 'é'.repeat(500), 1_000],
    ['rows', { nom: 'x'.repeat(400), lignes: ['y'.repeat(100)] }, 1_000],
    ['lists of rows', Array.from({ length: 1_000 }, (_, rank) => ({ rank, nom: 'x'.repeat(20) })), 100_000],
  ])('is told what it takes: %s', (_, value, least) => {
    const memory = memoryOf();
    const kept = createKeptValues(memory);
    kept.set(loader, 'a', value);
    expect(memory.bytes()).toBeGreaterThan(least);
    expect(memory.bytes()).toBeLessThan(3 * least);
    kept.release();
    expect(memory.held).toEqual([]);
  });

  it('may have it dropped, and counts what is kept afterwards', () => {
    const memory = memoryOf();
    const kept = createKeptValues(memory);
    kept.set(loader, 'a', 1);
    for (const one of memory.held.splice(0)) one.drop();
    expect(kept.get(loader, 'a')).toBeUndefined();
    kept.set(loader, 'b', 2);
    expect(kept.get(loader, 'b')).toBe(2);
    expect(memory.bytes()).toBeGreaterThan(0);
  });

  it('no longer counts what was read of other data', () => {
    const memory = memoryOf();
    let version = 'one';
    const keptNow = keepByVersion({ current: () => version }, memory);
    keptNow().set(loader, 'a', 'x'.repeat(1_000));
    version = 'two';
    keptNow();
    expect(memory.bytes()).toBe(0);
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
