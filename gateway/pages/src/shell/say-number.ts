// All the digits of a double: one rounded to the threshold that it misses would deny the verdict beside it.
const NUMBER = new Intl.NumberFormat('fr-CA', { maximumSignificantDigits: 21 });

/** « 4,5 », « 1 234 » */
export const sayNumber = (value: number): string => NUMBER.format(value);

/** « 3 territoires », « 1 territoire », « 0 territoire ». */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${sayNumber(count)} ${count < 2 ? one : many}`;
