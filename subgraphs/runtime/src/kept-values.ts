/** Values that loaders have read, found again by loader and key. */
export interface KeptValues {
  /** Undefined for what is not kept. */
  get(loader: object, key: string): unknown;
  set(loader: object, key: string, value: unknown): void;
}

/** Objects held at most in each half: two halves of small rows are some tens of MiB. */
const HALF = 30_000;

/**
 * What was not asked for while half a store was filled is forgotten: two halves take turns, so that nothing is sorted
 * nor counted when a value is read. A list weighs as many values as it has.
 */
export function createKeptValues(half = HALF): KeptValues {
  let young = new Map<object, Map<string, unknown>>();
  let old = new Map<object, Map<string, unknown>>();
  let weight = 0;

  const set: KeptValues['set'] = (loader, key, value) => {
    const own = 1 + (Array.isArray(value) ? value.length : 0);
    if (weight + own > half) {
      old = young;
      young = new Map();
      weight = 0;
    }
    weight += own;
    const values = young.get(loader);
    if (values === undefined) young.set(loader, new Map([[key, value]]));
    else values.set(key, value);
  };

  return {
    get(loader, key) {
      const value = young.get(loader)?.get(key);
      if (value !== undefined) return value;
      const before = old.get(loader)?.get(key);
      if (before !== undefined) set(loader, key, before);
      return before;
    },
    set,
  };
}

/** What tells whether data have changed. */
interface Versioned {
  /** The version of what is read from now on; undefined while it cannot be known. */
  current(): string | undefined;
}

/**
 * Gives each request the values kept for the version of the data it reads: an answer is made of one version, and a
 * value read from another is never in it. While the version is not known, a request keeps its own.
 */
export function keepByVersion(data: Versioned): () => KeptValues {
  let version: string | undefined;
  let kept = createKeptValues();
  return () => {
    const current = data.current();
    if (current === undefined) return createKeptValues();
    if (current !== version) {
      version = current;
      kept = createKeptValues();
    }
    return kept;
  };
}
