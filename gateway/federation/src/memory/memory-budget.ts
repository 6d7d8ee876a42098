/** Something kept from one request to the next: counted, and let go of when room is needed. */
export interface Held {
  /** It was used: others go before it. */
  touch(): void;
  /** What it takes now, in bytes; may let go of others, and of itself when it is more than the whole budget. */
  resize(bytes: number): void;
  /** It is no longer kept. */
  release(): void;
}

/**
 * What all that is kept may take together, in bytes. Past it, what was unused for longest is let go, whoever keeps it: a
 * flood of one kind costs what nobody asks for, of any kind.
 */
export class MemoryBudget {
  #most: number;
  #bytes = 0;
  /** Between the one used last (`older`) and the one unused for longest (`newer`). */
  readonly #ends: Entry;

  /** @param most in bytes */
  constructor(most: number) {
    this.#most = most;
    this.#ends = new Entry(this, () => undefined);
  }

  /** Bytes held now, never more than `most`. */
  get bytes(): number {
    return this.#bytes;
  }

  get most(): number {
    return this.#most;
  }

  /** From now on; what is too much already is let go. */
  limit(most: number): void {
    this.#most = most;
    this.#makeRoom();
  }

  /** Holds nothing yet. `drop` is told when it must be let go, and calls nothing of it. */
  hold(drop: () => void): Held {
    const entry = new Entry(this, drop);
    entry.insertBefore(this.#ends);
    return entry;
  }

  /** @internal */
  use(entry: Entry): void {
    entry.remove();
    entry.insertBefore(this.#ends);
  }

  /** @internal */
  count(bytes: number): void {
    this.#bytes += bytes;
    if (bytes > 0) this.#makeRoom();
  }

  #makeRoom(): void {
    while (this.#bytes > this.#most) {
      const oldest = this.#ends.newer;
      if (oldest === this.#ends) return;
      oldest.release();
      oldest.drop();
    }
  }
}

/** One link of a ring, from the one unused for longest to the one used last. */
class Entry implements Held {
  readonly drop: () => void;
  newer: Entry = this;
  readonly #budget: MemoryBudget;
  #older: Entry = this;
  #bytes = 0;
  #isHeld = true;

  constructor(budget: MemoryBudget, drop: () => void) {
    this.#budget = budget;
    this.drop = drop;
  }

  touch(): void {
    if (this.#isHeld) this.#budget.use(this);
  }

  resize(bytes: number): void {
    if (!this.#isHeld) return;
    const more = bytes - this.#bytes;
    this.#bytes = bytes;
    this.#budget.count(more);
  }

  release(): void {
    if (!this.#isHeld) return;
    this.resize(0);
    this.#isHeld = false;
    this.remove();
  }

  insertBefore(next: Entry): void {
    this.#older = next.#older;
    this.newer = next;
    this.#older.newer = this;
    next.#older = this;
  }

  remove(): void {
    this.#older.newer = this.newer;
    this.newer.#older = this.#older;
    this.newer = this;
    this.#older = this;
  }
}

/** 96 MiB: with what a gateway takes besides, a process of 512 MiB. */
export const DEFAULT_MEMORY_BYTES = 96 * 2 ** 20;

/** That of this program. */
export const MEMORY = new MemoryBudget(DEFAULT_MEMORY_BYTES);
