import { Refusal } from '../../errors/errors.ts';
import type { SubgraphCaller } from '../../request/subgraph-caller.ts';

/** Shorter texts cost no more to read than any other of their length, whatever they hold. */
const LONG_TEXT = 65_536;
/** Lists and objects in one another. */
const DEEPEST = 500;
/** Members and items of one answer. */
const MOST_VALUES = 1_000_000;
/** Characters that a value takes in an answer, about. */
const BYTES_A_VALUE = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

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

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index += 1;
    else if (code === QUOTE) return index;
  }
  return text.length;
}

/** Counts what comes as text for the operation that asked for it; what comes otherwise was counted while it was made. */
export function countAnswers(caller: SubgraphCaller): SubgraphCaller {
  return {
    ...caller,
    async call(request) {
      const response = await caller.call(request);
      const { bytes } = response.facts ?? {};
      if (bytes !== undefined) request.clientRequest.work?.spend(Math.ceil(bytes / BYTES_A_VALUE));
      return response;
    },
  };
}
