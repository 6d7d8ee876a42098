import type { Asker } from '@palier/calls/asker';
import { NobodyWaits, PalierError } from '../../base/errors.ts';

interface Waiting {
  readonly asker: Asker | undefined;
  enter(): void;
  refuse(error: Error): void;
}

/** Between two looks at who waits, and at whether anybody is still let through. */
const LOOK_MS = 500;

/**
 * Lets some statements through at once. Operations take turns, one statement each, however many each of them has: thirty of
 * one never stand before the first of another. What nobody waits for any more goes without having been let through.
 */
export class FairTurns {
  readonly #atOnce: number;
  readonly #mostStillMs: number;
  /** What each operation has waiting; the first of them is the next to have a turn. */
  readonly #queues = new Map<object, Waiting[]>();
  #inside = 0;
  #movedAt = 0;
  #looking: NodeJS.Timeout | undefined;

  /** @param mostStillMs how long those who wait do, while nobody leaves */
  constructor(atOnce: number, mostStillMs = Infinity) {
    this.#atOnce = atOnce;
    this.#mostStillMs = mostStillMs;
  }

  /**
   * Nothing when it may be done at once.
   *
   * @throws {NobodyWaits} once whoever asks is gone
   * @throws {PalierError} BASE_INDISPONIBLE, where those who are inside have all stood still for too long
   */
  enter(asker: Asker | undefined): Promise<void> | undefined {
    if (asker?.isGone) throw new NobodyWaits();
    if (this.#inside < this.#atOnce) {
      this.#inside += 1;
      this.#movedAt = performance.now();
      return undefined;
    }
    return new Promise((enter, refuse) => {
      const waiting = { asker, enter, refuse };
      const operation = asker?.operation ?? waiting;
      const queue = this.#queues.get(operation);
      if (queue) queue.push(waiting);
      else this.#queues.set(operation, [waiting]);
      this.#looking ??= setInterval(() => this.#look(), LOOK_MS).unref();
    });
  }

  /** @param hasMoved not for whoever could do nothing inside */
  leave(hasMoved = true): void {
    if (hasMoved) this.#movedAt = performance.now();
    const next = this.#next();
    if (next) next.enter();
    else this.#inside -= 1;
  }

  /** Whoever is gone waits no longer; nobody does once nothing moves. */
  #look(): void {
    const isStill = performance.now() - this.#movedAt > this.#mostStillMs;
    for (const [operation, queue] of this.#queues) {
      const staying = queue.filter(({ asker, refuse }) => {
        if (asker?.isGone) refuse(new NobodyWaits());
        else if (isStill) refuse(new PalierError('BASE_INDISPONIBLE'));
        else return true;
        return false;
      });
      if (staying.length > 0) this.#queues.set(operation, staying);
      else this.#queues.delete(operation);
    }
    this.#rest();
  }

  #rest(): void {
    if (this.#queues.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #next(): Waiting | undefined {
    for (const [operation, queue] of this.#queues) {
      this.#queues.delete(operation);
      let next = queue.shift();
      for (; next?.asker?.isGone; next = queue.shift()) next.refuse(new NobodyWaits());
      // The others of this operation wait for those of all others.
      if (queue.length > 0) this.#queues.set(operation, queue);
      if (next) return next;
    }
    return undefined;
  }
}
