import { CLOSES, endOfString, OPENS, QUOTE } from '@palier/calls/json/json-strings';
import { Refusal } from '../../errors/errors.ts';

/** Shorter texts cost no more to read than any other of their length, whatever they hold. */
const LONG_TEXT = 65_536;
/** Lists and objects in one another. */
const DEEPEST = 500;
/** Members and items of one answer. */
const MOST_VALUES = 1_000_000;

const COMMA = 0x2c;

/**
 * Refuses a text that would take far longer to read than its length says, before it is: brackets in one another, or as
 * many values as there are bytes.
 */
export function refuseHeavy(text: string): void {
  if (text.length <= LONG_TEXT) return;
  let depth = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === COMMA) values += 1;
    else if (OPENS.has(code)) {
      depth += 1;
      values += 1;
    } else if (CLOSES.has(code)) depth -= 1;
    if (depth > DEEPEST) throw new Refusal('REPONSE_INVALIDE', { cause: 'too deep' });
    if (values > MOST_VALUES) throw new Refusal('REPONSE_TROP_GRANDE', { cause: 'too many values' });
  }
}
