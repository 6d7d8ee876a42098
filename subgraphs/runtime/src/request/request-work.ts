import type { Work } from './context.ts';
import { PalierError } from '../base/errors.ts';

/** Values that one request of a level served alone may have, unless said. */
export const DEFAULT_MOST_VALUES = 250_000;
/** Values read in one turn of the loop: some ten milliseconds. */
const VALUES_A_TURN = 20_000;

/** Bounds what one request of a level served alone reads, and lets the others pass meanwhile. */
export function createRequestWork(most: number): Work {
  let values = 0;
  let turnEndsAt = VALUES_A_TURN;
  let pause: Promise<void> | undefined;
  return {
    spend(more) {
      values += more;
      if (values > most) throw new PalierError('TRAVAIL_EXCESSIF', `La limite est de ${most} valeurs.`);
    },
    pauseIfDue() {
      if (values < turnEndsAt) return undefined;
      pause ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        pause = undefined;
        turnEndsAt = values + VALUES_A_TURN;
      });
      return pause;
    },
  };
}
