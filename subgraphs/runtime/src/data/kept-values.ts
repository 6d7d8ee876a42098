/** Values that loaders have read, found again by loader and key. */
export interface KeptValues {
  /** Undefined for what is not kept. */
  get(loader: object, key: string): unknown;
  set(loader: object, key: string, value: unknown): void;
  /** They were asked for. */
  touch(): void;
  /** Nobody asks for them any more. */
  release(): void;
}

/** What all that a program keeps may take together; past it, something is dropped. */
export interface Memory {
  /** Holds nothing yet; `drop` is told when it must be let go. */
  hold(drop: () => void): {
    touch(): void;
    /** What it takes now, in bytes. */
    resize(bytes: number): void;
    release(): void;
  };
}

/** What each half may take, in bytes: 24 MiB a level. */
const HALF_BYTES = 12 * 2 ** 20;

/**
 * What was not asked for while half a store was filled is forgotten: two halves take turns, so that nothing is sorted
 * when a value is read. With `memory`, each half counts there, and may be dropped for others.
 */
export function createKeptValues(memory?: Memory, halfBytes = HALF_BYTES): KeptValues {
  let young = new Half(memory);
  let old = new Half(memory);

  const set: KeptValues['set'] = (loader, key, value) => {
    const bytes = ENTRY_BYTES + 2 * key.length + sizeOf(value);
    if (young.isDropped || young.bytes + bytes > halfBytes) {
      old.release();
      old = young;
      young = new Half(memory);
    }
    young.set(loader, key, value, bytes);
  };

  return {
    get(loader, key) {
      const value = young.get(loader, key);
      if (value !== undefined) return value;
      const before = old.get(loader, key);
      if (before !== undefined) set(loader, key, before);
      return before;
    },
    set,
    touch() {
      old.touch();
      young.touch();
    },
    release() {
      old.release();
      young.release();
    },
  };
}

class Half {
  isDropped = false;
  bytes = 0;
  readonly #byLoader = new Map<object, Map<string, unknown>>();
  readonly #held: ReturnType<Memory['hold']> | undefined;

  constructor(memory: Memory | undefined) {
    this.#held = memory?.hold(() => this.#drop());
  }

  get(loader: object, key: string): unknown {
    return this.#byLoader.get(loader)?.get(key);
  }

  set(loader: object, key: string, value: unknown, bytes: number): void {
    const values = this.#byLoader.get(loader);
    if (values === undefined) this.#byLoader.set(loader, new Map([[key, value]]));
    else values.set(key, value);
    this.bytes += bytes;
    this.#held?.resize(this.bytes);
  }

  touch(): void {
    this.#held?.touch();
  }

  release(): void {
    this.#held?.release();
    this.#drop();
  }

  #drop(): void {
    this.isDropped = true;
    this.#byLoader.clear();
  }
}

const ENTRY_BYTES = 150;
/** Rows of one list that are looked at: the others are taken to be like them. */
const MOST_SEEN = 16;

/** About what a value takes, in bytes: texts by their length, objects and lists by what they hold. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 32 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 16;
  if (Array.isArray(value)) return 32 + sizeOfList(value);
  let bytes = 96;
  for (const name in value) bytes += 8 + sizeOf((value as Record<string, unknown>)[name]);
  return bytes;
}

function sizeOfList(list: readonly unknown[]): number {
  const step = Math.max(1, Math.ceil(list.length / MOST_SEEN));
  let seen = 0;
  let bytes = 0;
  for (let index = 0; index < list.length; index += step) {
    seen += 1;
    bytes += 8 + sizeOf(list[index]);
  }
  return seen === 0 ? 0 : Math.ceil((bytes / seen) * list.length);
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
export function keepByVersion(data: Versioned, memory?: Memory): () => KeptValues {
  let version: string | undefined;
  let kept = createKeptValues(memory);
  return () => {
    const current = data.current();
    if (current === undefined) return createKeptValues();
    if (current !== version) {
      version = current;
      kept.release();
      kept = createKeptValues(memory);
    }
    kept.touch();
    return kept;
  };
}
