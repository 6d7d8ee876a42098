import type { Asker } from '@palier/calls/asker';
import { PalierError } from '../../base/errors.ts';

/** Of a statement that was never sent: nobody waited for it any more. */
export class NobodyWaits extends PalierError {
  constructor() {
    super('BASE_INDISPONIBLE');
  }
}

interface Waiting {
  readonly asker: Asker | undefined;
  enter(): void;
  refuse(error: Error): void;
}

/**
 * Lets some statements through at once. Operations take turns, one statement each, however many each of them has: thirty of
 * one never stand before the first of another. What nobody waits for any more goes without having been let through.
 */
export class FairTurns {
  readonly #atOnce: number;
  /** What each operation has waiting; the first of them is the next to have a turn. */
  readonly #lanes = new Map<object, Waiting[]>();
  #inside = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /**
   * Nothing when it may be done at once.
   *
   * @throws {NobodyWaits}
   */
  enter(asker: Asker | undefined): Promise<void> | undefined {
    if (asker?.isGone) throw new NobodyWaits();
    if (this.#inside < this.#atOnce) {
      this.#inside += 1;
      return undefined;
    }
    return new Promise((enter, refuse) => {
      const waiting = { asker, enter, refuse };
      const operation = asker?.operation ?? waiting;
      const lane = this.#lanes.get(operation);
      if (lane) lane.push(waiting);
      else this.#lanes.set(operation, [waiting]);
    });
  }

  leave(): void {
    const next = this.#next();
    if (next) next.enter();
    else this.#inside -= 1;
  }

  #next(): Waiting | undefined {
    for (const [operation, lane] of this.#lanes) {
      this.#lanes.delete(operation);
      let next = lane.shift();
      for (; next?.asker?.isGone; next = lane.shift()) next.refuse(new NobodyWaits());
      // The others of this operation wait for those of all others.
      if (lane.length > 0) this.#lanes.set(operation, lane);
      if (next) return next;
    }
    return undefined;
  }
}
