import DataLoader from 'dataloader';
import type { SubgraphContext } from './context.ts';

/** Reads many rows at once; one batch per turn of a request, however many resolvers ask. */
export interface Loader<Key, Value> {
  load(context: SubgraphContext, key: Key): Promise<Value>;
  loadMany(context: SubgraphContext, keys: readonly Key[]): Promise<Value[]>;
}

/**
 * Declares how to read many keys in one SQL statement. Each incoming request gets its own cache, so an answer never
 * mixes two moments. `batch` returns one value per key, in the order of the keys (see `inKeyOrder`, `groupedByKey`).
 */
export function defineLoader<Key, Value>(
  batch: (context: SubgraphContext, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): Loader<Key, Value> {
  const create = (context: SubgraphContext): DataLoader<Key, Value, string> =>
    new DataLoader<Key, Value, string>((keys) => batch(context, keys), { cacheKeyFn: cacheKey });
  const forRequest = (context: SubgraphContext): DataLoader<Key, Value, string> => {
    const existing = context.loaders.get(forRequest) as DataLoader<Key, Value, string> | undefined;
    if (existing !== undefined) return existing;
    const created = create(context);
    context.loaders.set(forRequest, created);
    return created;
  };
  return {
    load: (context, key) => forRequest(context).load(key),
    loadMany: (context, keys) => Promise.all(keys.map((key) => forRequest(context).load(key))),
  };
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
