import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Asker } from '@palier/calls/asker';
import { NobodyWaits } from './errors.ts';

/** Things that one turn of the loop goes through, and how long it does: whichever comes first. */
const A_TURN = 500;
const TURN_MS = 5;

/**
 * Goes through many things, some a turn of the loop, whatever each of them takes: whoever else asks meanwhile is answered. It goes no
 * further once nobody waits for it.
 *
 * @throws {NobodyWaits}
 */
export async function eachInTurns<Item>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => void,
  asker?: Asker,
): Promise<void> {
  let endsAt = performance.now() + TURN_MS;
  let index = 0;
  for (const item of items) {
    if ((index > 0 && index % A_TURN === 0) || performance.now() >= endsAt) {
      await nextTurn();
      if (asker?.isGone === true) throw new NobodyWaits();
      endsAt = performance.now() + TURN_MS;
    }
    work(item, index);
    index += 1;
  }
}
