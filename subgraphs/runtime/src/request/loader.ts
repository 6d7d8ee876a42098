import DataLoader from 'dataloader';
import { type Awaitable, gather } from '../base/awaitable.ts';
import type { ReadingContext } from './context.ts';
import { eachInTurns } from '../base/in-turns.ts';

/** Reads many rows at once; one batch per turn of a request, however many resolvers ask. */
export interface Loader<Key, Value> {
  /** At once when the value is kept. */
  load(context: ReadingContext, key: Key): Awaitable<Value>;
  loadMany(context: ReadingContext, keys: readonly Key[]): Awaitable<Value[]>;
}

/**
 * Declares how to read many keys in one SQL statement. What a batch gives must depend on its keys and on the data of the
 * level alone: it is kept for other requests while these data last, and nobody may change it. `batch` returns one value
 * per key, in the order of the keys (see `inKeyOrder`, `groupedByKey`).
 */
export function defineLoader<Key, Value>(
  batch: (context: ReadingContext, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): Loader<Key, Value> {
  const self = {};
  const create = (context: ReadingContext): DataLoader<Key, Value, string> =>
    new DataLoader<Key, Value, string>(
      async (keys) => {
        const values = await batch(context, keys);
        context.work?.spend(values.reduce<number>((sum, value) => sum + countOf(value), 0));
        values.forEach((value, index) => {
          if (!(value instanceof Error)) context.kept.set(self, cacheKey(keys[index]), value);
        });
        return values;
      },
      { cacheKeyFn: cacheKey },
    );
  const underWay = (context: ReadingContext): DataLoader<Key, Value, string> => {
    const existing = context.loaders.get(self) as DataLoader<Key, Value, string> | undefined;
    if (existing !== undefined) return existing;
    const created = create(context);
    context.loaders.set(self, created);
    return created;
  };
  const load = (context: ReadingContext, key: Key): Awaitable<Value> => {
    const kept = context.kept.get(self, cacheKey(key)) as Value | undefined;
    if (kept === undefined) return underWay(context).load(key);
    const { work } = context;
    if (work === undefined) return kept;
    work.spend(countOf(kept));
    const pause = work.pauseIfDue();
    return pause ? pause.then(() => kept) : kept;
  };
  return { load, loadMany: (context, keys) => gather(keys.map((key) => load(context, key))) };
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

/** A reading that has no batch: a list and its arguments, in one SQL statement each. */
export function defineReading<Args, Value>(
  read: (context: ReadingContext, args: Args) => Promise<Value>,
): (context: ReadingContext, args: Args) => Awaitable<Value> {
  // A key of a loader is never null; arguments may be.
  const loader = defineLoader<{ readonly args: Args }, Value>((context, keys) =>
    Promise.all(keys.map(({ args }) => read(context, args))),
  );
  return (context, args) => loader.load(context, { args });
}

function cacheKey(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/** Puts rows back in the order of the keys; null where a key has no row. */
export function inKeyOrder<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** The rows of each page asked, in their order; thousands are made a turn of the loop after another. */
export async function toPages<Row extends { readonly rank: number }, Node>(
  asked: readonly unknown[],
  rows: readonly Row[],
  toNode: (row: Row) => Node,
): Promise<Node[][]> {
  const pages: Node[][] = asked.map(() => []);
  await eachInTurns(rows, (row) => pages[row.rank - 1]?.push(toNode(row)));
  return pages;
}

/** Gathers rows under their key, in the order of the keys; an empty list where a key has no row. */
export function groupedByKey<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
