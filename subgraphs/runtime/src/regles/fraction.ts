/** An exact number: figures are decimal, and 0.1 + 0.2 is 0.3. `under` is above zero; the two may have common factors. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const of = (over: bigint, under = 1n): Fraction => ({ over, under });

/** A finite number as it is written in decimal: 0.1 is one tenth, and not the double nearest to it. */
export function toFraction(number: number): Fraction {
  if (Number.isSafeInteger(number)) return of(BigInt(number));
  const [digits = '0', exponent = '0'] = String(number).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const power = Number(exponent) - decimals.length;
  const over = BigInt(whole + decimals);
  return power < 0 ? of(over, 10n ** BigInt(-power)) : of(over * 10n ** BigInt(power));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under
    ? of(a.over + b.over, a.under)
    : of(a.over * b.under + b.over * a.under, a.under * b.under);

export const negate = ({ over, under }: Fraction): Fraction => of(-over, under);

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));

export const multiply = (a: Fraction, b: Fraction): Fraction => of(a.over * b.over, a.under * b.under);

/** Null by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.over === 0n) return null;
  return b.over > 0n ? of(a.over * b.under, a.under * b.over) : of(-a.over * b.under, -a.under * b.over);
}

export const absolute = (a: Fraction): Fraction => (a.over < 0n ? negate(a) : a);

/** Below zero, zero or above, as `a` is below, at or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The one in the middle, or half-way between the two that are; null of nothing. */
export function median(values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort(compare);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) return null;
  return high === low ? high : multiply(add(low, high), of(1n, 2n));
}

/** Decimals of what ends, and of what does not. */
const MOST_DECIMALS = 30n;
const CUT_DECIMALS = 4n;

/** In decimal, with a comma: whole, or cut and said to be, for a figure rounded to its bound would deny what is said of it. */
export function sayFraction({ over, under }: Fraction): string {
  const size = over < 0n ? -over : over;
  const isWhole = (size * 10n ** MOST_DECIMALS) % under === 0n;
  const decimals = isWhole ? MOST_DECIMALS : CUT_DECIMALS;
  const digits = ((size * 10n ** decimals) / under).toString().padStart(Number(decimals) + 1, '0');
  const whole = digits.slice(0, -Number(decimals));
  const rest = isWhole
    ? digits.slice(-Number(decimals)).replace(/0+$/, '')
    : `${digits.slice(-Number(decimals))}…`;
  return `${over < 0n ? '-' : ''}${whole}${rest === '' ? '' : `,${rest}`}`;
}
