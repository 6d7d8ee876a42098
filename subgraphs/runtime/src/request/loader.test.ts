import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type SubgraphContext, createContext } from './context.ts';
import { ANONYMOUS } from '@palier/calls/identity';
import { type KeptValues, createKeptValues } from '../data/kept-values.ts';
import { defineLoader, defineReading, toPages } from './loader.ts';
import type { History } from '../memory/history.ts';
import { turnsOf } from '../testing/open-for-test.ts';

const NO_TABLES = {} as Kysely<unknown>;
const NO_HISTORY = {} as History;
const createRequest = (kept?: KeptValues): SubgraphContext =>
  createContext({
    database: NO_TABLES,
    journal: undefined,
    history: NO_HISTORY,
    identity: ANONYMOUS,
    ...(kept && { kept }),
  });

function countingLoader() {
  const batches: (readonly string[])[] = [];
  const loader = defineLoader<string, string | null>(async (_context, keys) => {
    batches.push(keys);
    return keys.map((key) => {
      if (key === 'broken') return new Error('broken');
      return key === 'unknown' ? null : `row ${key}`;
    });
  });
  return { loader, batches };
}

describe('a loader', () => {
  it('reads the keys of one turn in one batch, each once', async () => {
    const { loader, batches } = countingLoader();
    const request = createRequest();
    const values = await Promise.all([loader.load(request, 'a'), loader.loadMany(request, ['b', 'a'])]);
    expect(values).toEqual(['row a', ['row b', 'row a']]);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('gives at once what another request has read from the same data, absence included', async () => {
    const { loader, batches } = countingLoader();
    const kept = createKeptValues();
    await loader.loadMany(createRequest(kept), ['a', 'unknown']);
    expect(loader.loadMany(createRequest(kept), ['a', 'unknown'])).toEqual(['row a', null]);
    expect(batches).toHaveLength(1);
    await loader.load(createRequest(), 'a');
    expect(batches).toHaveLength(2);
  });

  it('reads again what could not be read', async () => {
    const { loader, batches } = countingLoader();
    const kept = createKeptValues();
    await expect(loader.load(createRequest(kept), 'broken')).rejects.toThrow('broken');
    await expect(loader.load(createRequest(kept), 'broken')).rejects.toThrow('broken');
    expect(batches).toHaveLength(2);
  });
});

describe('a reading', () => {
  it('is known by its arguments', async () => {
    const asked: unknown[] = [];
    const read = defineReading(async (_context, args: { readonly first: number }) => {
      asked.push(args);
      return args.first;
    });
    const kept = createKeptValues();
    expect(await read(createRequest(kept), { first: 1 })).toBe(1);
    expect(read(createRequest(kept), { first: 1 })).toBe(1);
    expect(await read(createRequest(kept), { first: 2 })).toBe(2);
    expect(asked).toEqual([{ first: 1 }, { first: 2 }]);
  });
});

describe('the rows of several pages', () => {
  it.each([0, 3, 2_500, 9_999])(
    'are put in the page of their rank, a turn after another: %i rows',
    async (count) => {
      const rows = Array.from({ length: count }, (_, index) => ({ rank: 1 + (index % 3), index }));
      let pages: number[][] = [];
      const turns = await turnsOf(async () => {
        pages = await toPages(['a', 'b', 'c', 'd'], rows, ({ index }) => index);
      });
      expect(pages).toHaveLength(4);
      expect(pages.flat().sort((a, b) => a - b)).toEqual(rows.map(({ index }) => index));
      expect(pages.map((page) => page.slice(0, 2))).toEqual(
        count === 0
          ? [[], [], [], []]
          : [[0, 3], [1, 4], [2, 5], []].map((page) => page.filter((index) => index < count)),
      );
      expect(turns).toBeGreaterThanOrEqual(Math.floor((count - 1) / 1_000));
    },
  );
});
