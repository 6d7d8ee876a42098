import { CLOSES, endOfString, OPENS, QUOTE } from '@palier/calls/json/json-strings';

/** Lists and objects in one another that no operation needs; some thousands exhaust the stack of whoever walks them. */
export const DEEPEST_JSON = 500;

/** Whether a JSON text nests deeper than `DEEPEST_JSON`, known before it is parsed. What is not JSON may be either. */
export function isTooNested(text: string): boolean {
  if (text.length <= DEEPEST_JSON) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (OPENS.has(code)) depth += 1;
    else if (CLOSES.has(code)) depth -= 1;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}
