import { ExactNumber } from './exact-number.ts';
import { INTEGER, isHeld, mayHoldUnheld } from './held-numbers.ts';
import { endOfString, QUOTE } from './json-strings.ts';

export type Revive = (key: string, value: unknown) => unknown;

/**
 * `JSON.parse`, to the digit: a number that no double holds is read as a bigint when it is whole, else as an
 * `ExactNumber`. A text without such a number costs a look.
 */
export function parseJson(text: string, revive?: Revive): unknown {
  return mayHoldUnheld(text) ? parseToTheDigit(text, revive) : JSON.parse(text, revive);
}

/** The numbers that no double holds are wrapped under a name that the text cannot know, then unwrapped. */
function parseToTheDigit(text: string, revive: Revive | undefined): unknown {
  const name = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return unwrap(JSON.parse(wrapUnheld(text, name), revive), name);
}

/** In place: the value was just made. */
function unwrap(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Record<string, unknown>;
  const number = holder[name];
  if (typeof number === 'string') return toExact(number);
  for (const key of Object.keys(holder)) {
    const inner = holder[key];
    if (typeof inner === 'object') holder[key] = unwrap(inner, name);
  }
  return value;
}

/** Longer ones take long to read as numbers. */
const LONGEST_BIGINT = 1_000;

const toExact = (number: string): bigint | ExactNumber =>
  INTEGER.test(number) && number.length <= LONGEST_BIGINT ? BigInt(number) : new ExactNumber(number);

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** What is not JSON stays so: what wraps a number can stand where a number can, and nowhere else. */
function wrapUnheld(text: string, name: string): string {
  let wrapped = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    const number = startsNumber(code) ? numberAt(text, index) : undefined;
    if (number === undefined) continue;
    if (!isHeld(number)) {
      wrapped += `${text.slice(from, index)}{"${name}":"${number}"}`;
      from = index + number.length;
    }
    index += number.length - 1;
  }
  return wrapped + text.slice(from);
}

const startsNumber = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x2d;

function numberAt(text: string, index: number): string | undefined {
  NUMBER.lastIndex = index;
  return NUMBER.exec(text)?.[0];
}
