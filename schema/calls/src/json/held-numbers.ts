/** A double holds any number of 15 digits. */
const DIGITS_HELD = 15;
/** Longer numbers are not compared: they are kept as they are written. */
const LONGEST_COMPARED = 100;

export const INTEGER = /^-?\d+$/;
const PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether a double, written again, is the same number. A whole number is to be the same text. */
export function isHeld(number: string): boolean {
  if (number.length <= DIGITS_HELD && !/e/i.test(number)) return true;
  const again = String(Number(number));
  if (again === number) return true;
  if (number.length > LONGEST_COMPARED || INTEGER.test(number)) return false;
  const value = valueOf(number);
  return value !== undefined && value === valueOf(again);
}

/** Digits by which other programs name a double, where fewer would do. */
const DIGITS_NAMED = [16, 17];

/** The double that this decimal number names, in its shortest form or in the digits that name any; nothing when it is none. */
export function doubleOf(number: string): number | undefined {
  const double = Number(number);
  if (!Number.isFinite(double)) return undefined;
  const value = valueOf(number);
  const isNamed = (name: string): boolean => valueOf(name) === value;
  return isNamed(String(double)) || DIGITS_NAMED.some((digits) => isNamed(double.toPrecision(digits)))
    ? double
    : undefined;
}

/** Two numbers of one value give one text. */
function valueOf(number: string): string | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] = PARTS.exec(number) ?? [];
  if (whole === undefined) return undefined;
  const digits = `${whole}${fraction}`;
  let first = 0;
  while (digits.charCodeAt(first) === ZERO) first += 1;
  if (first === digits.length) return '0';
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return `${sign}${digits.slice(first, end)}e${Number(exponent) + whole.length - first}`;
}

/** Digits and points in a row that no number of fifteen digits has. */
const RUN = DIGITS_HELD + 1;
const ZERO = 0x30;
/** From « 0 » to « 9 », or a point. */
const isOfNumber = (code: number): boolean => code <= 0x39 && (code >= 0x30 || code === 0x2e);

/** Exponents past any that a double is sure to hold, where a number ends and a text hardly does. */
const FAR_EXPONENT = /[\d.][eE][+-]?\d{3,}\s*(?:[,\]}]|$)/;

/**
 * Whether a JSON text may hold a number that a double does not. One character in sixteen is looked at where there is no
 * long one; a text in quotes may be taken for such a number, never the other way round.
 */
export function mayHoldUnheld(text: string): boolean {
  return holdsLong(text) || FAR_EXPONENT.test(text);
}

function holdsLong(text: string): boolean {
  let end = RUN - 1;
  while (end < text.length) {
    let start = end;
    while (end - start < RUN && isOfNumber(text.charCodeAt(start))) start -= 1;
    if (end - start === RUN) {
      const number = longNumberAt(text, start + 1);
      if (number.isUnheld) return true;
      start = number.end;
    }
    end = start + RUN;
  }
  return false;
}

const REST = /[\d.]*(?:[eE][+-]?\d+)?/y;
const END = /\s*(?:[,\]}]|$)/y;

function longNumberAt(text: string, inside: number): { readonly isUnheld: boolean; readonly end: number } {
  let start = inside;
  while (isOfNumber(text.charCodeAt(start - 1))) start -= 1;
  REST.lastIndex = start;
  const [number = ''] = REST.exec(text) ?? [];
  const end = start + number.length;
  END.lastIndex = end;
  return { isUnheld: END.test(text) && !isHeld(number), end };
}
