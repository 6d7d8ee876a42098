import { setImmediate as nextTurn } from 'node:timers/promises';

/** Things that one turn of the loop goes through, unless said: a few milliseconds of what the levels do with a row. */
const A_TURN = 500;

/** Goes through many things, some a turn of the loop: whoever else asks meanwhile is answered. */
export async function eachInTurns<Item>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => void,
  aTurn = A_TURN,
): Promise<void> {
  let index = 0;
  for (const item of items) {
    if (index > 0 && index % aTurn === 0) await nextTurn();
    work(item, index);
    index += 1;
  }
}
