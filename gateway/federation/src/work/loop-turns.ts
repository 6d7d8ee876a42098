/** Values that one turn of the loop makes, whoever they are for: some ten milliseconds. */
const VALUES_A_TURN = 20_000;

/**
 * The turns of the loop, shared by all operations under way: once a turn has made its values, whoever has more to make
 * waits for another one, and those who wait go on in the order they came.
 */
export class LoopTurns {
  readonly #valuesATurn: number;
  readonly #waiting: (() => void)[] = [];
  #left = 0;
  #isCounting = false;
  #isReleasing = false;

  constructor(valuesATurn = VALUES_A_TURN) {
    this.#valuesATurn = valuesATurn;
  }

  spend(values: number): void {
    if (!this.#isCounting) this.#begin();
    this.#left -= values;
  }

  isOver(): boolean {
    return this.#isCounting && this.#left <= 0;
  }

  /** Done in a later turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#isReleasing) return;
      this.#isReleasing = true;
      setImmediate(() => void this.#release());
    });
  }

  #begin(): void {
    this.#isCounting = true;
    this.#left = this.#valuesATurn;
    setImmediate(() => (this.#isCounting = false));
  }

  async #release(): Promise<void> {
    if (!this.#isCounting) this.#begin();
    let released = 0;
    while (released < this.#waiting.length && (released === 0 || !this.isOver())) {
      this.#waiting[released]?.();
      released += 1;
      // What it goes on with spends of this turn before the next one is let go.
      await undefined;
    }
    this.#waiting.splice(0, released);
    this.#isReleasing = this.#waiting.length > 0;
    if (this.#isReleasing) setImmediate(() => void this.#release());
  }
}

/** Those of this program. */
export const LOOP_TURNS = new LoopTurns();
