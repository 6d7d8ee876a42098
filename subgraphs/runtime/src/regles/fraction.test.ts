import { expect, it } from 'vitest';
import { divide, sayFraction, toFraction } from './fraction.ts';

it.each([
  [168.00001, '168,00001'],
  [-0.5, '-0,5'],
  [12, '12'],
  [1e-9, '0,000000001'],
])('%f is said whole: nothing is cut to the bound that it misses', (number, said) => {
  expect(sayFraction(toFraction(number))).toBe(said);
});

it('what does not end is cut, and said to be', () => {
  expect(sayFraction(divide(toFraction(1), toFraction(3))!)).toBe('0,3333…');
});
