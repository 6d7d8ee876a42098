import { findJsonExcess } from '../../base/json-excess.ts';
import { Refusal } from '../../errors/errors.ts';

/** Shorter texts cost no more to read than any other of their length, whatever they hold. */
const LONG_TEXT = 65_536;
/** Members and items of one answer. */
const MOST_VALUES = 1_000_000;
/** A member or an item takes a character, and a comma or a bracket. */
const SHORTEST_VALUE = 2;
/** Where no more than one character in so many begins a list or an object, to begin them costs less than to read the others. */
const SPARSE = 32;

/**
 * Refuses a text that would take far longer to read than its length says, before it is: brackets in one another, or as
 * many values as there are bytes.
 */
export function refuseHeavy(text: string): void {
  if (text.length <= LONG_TEXT || isSparse(text)) return;
  const excess = findJsonExcess(text, MOST_VALUES);
  if (excess === 'DEPTH') throw new Refusal('REPONSE_INVALIDE', { cause: 'too deep' });
  if (excess === 'VALUES') throw new Refusal('REPONSE_TROP_GRANDE', { cause: 'too many values' });
}

/** Known at a twentieth of what it takes to look at each character. */
function isSparse(text: string): boolean {
  if (text.length > MOST_VALUES * SHORTEST_VALUE) return false;
  let left = text.length / SPARSE;
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return false;
    }
  return true;
}
