import { MEMORY, type Held, type MemoryBudget } from './memory-budget.ts';
import { sizeOfText } from './sizes.ts';

export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** @param bytes what the value takes, besides its key */
  set(key: string, value: Value, bytes: number): void;
  /** Lets go of all. */
  clear(): void;
  /** What it takes, keys included. */
  readonly bytes: number;
}

/** What one entry takes besides its key and its value. */
const ENTRY_BYTES = 300;

interface Kept<Value> {
  readonly value: Value;
  readonly bytes: number;
  readonly held: Held;
}

/**
 * Keeps what was used last, within what all caches of the program may take together, and within `most` bytes of its own.
 * What is more than that alone is not kept.
 */
export function createBoundedCache<Value>(
  most = Number.POSITIVE_INFINITY,
  budget: MemoryBudget = MEMORY,
): BoundedCache<Value> {
  // A Map keeps the order of insertion, so its first key is always the one unused for longest.
  const entries = new Map<string, Kept<Value>>();
  const isOrdered = most !== Number.POSITIVE_INFINITY;
  let total = 0;
  const forget = (key: string, kept: Kept<Value>): void => {
    if (entries.get(key) !== kept) return;
    entries.delete(key);
    total -= kept.bytes;
  };
  const remove = (key: string): void => {
    const kept = entries.get(key);
    if (!kept) return;
    forget(key, kept);
    kept.held.release();
  };
  return {
    get bytes() {
      return total;
    },
    get(key) {
      const kept = entries.get(key);
      if (!kept) return undefined;
      kept.held.touch();
      if (isOrdered) {
        entries.delete(key);
        entries.set(key, kept);
      }
      return kept.value;
    },
    set(key, value, own) {
      remove(key);
      const bytes = own + sizeOfText(key) + ENTRY_BYTES;
      if (bytes > most || bytes > budget.most) return;
      const kept: Kept<Value> = { value, bytes, held: budget.hold(() => forget(key, kept)) };
      entries.set(key, kept);
      total += bytes;
      kept.held.resize(bytes);
      if (total <= most) return;
      for (const oldest of entries.keys()) {
        if (total <= most) break;
        remove(oldest);
      }
    },
    clear() {
      for (const key of entries.keys()) remove(key);
    },
  };
}
