/** The same column gives the same value on both engines: safe integers, and dates as the text Postgres writes. */
export const INT8 = 20;
export const TEXT_TYPES = [1082, 1114, 1184, 1186];

export function toSafeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('an int8 value exceeds the safe integers');
  return number;
}
