import { endOfString } from '@palier/calls/json/json-strings';

/** Lists and objects in one another that no operation needs; some thousands exhaust the stack of whoever walks them. */
export const DEEPEST_JSON = 500;

/**
 * Whether a JSON text nests deeper than `DEEPEST_JSON`, or has more members and items than `mostValues`, known before it
 * is parsed. What is not JSON may be said to have either.
 */
export function findJsonExcess(text: string, mostValues = Infinity): 'DEPTH' | 'VALUES' | undefined {
  if (text.length <= DEEPEST_JSON) return undefined;
  let depth = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    // What is written out is compared at once, where the bundle would look a constant up.
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        index = endOfString(text, index);
        break;
      case 0x2c: // ,
        values += 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        values += 1;
        if (depth > DEEPEST_JSON) return 'DEPTH';
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
    }
  }
  return values > mostValues ? 'VALUES' : undefined;
}
