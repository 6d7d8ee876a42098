import { expect, it } from 'vitest';
import { isSameValue, readValue } from './read-value.ts';

it.each([
  ['1234,5', 1234.5, true],
  ['1 234,5', 1234.5, true],
  ['1 234', 1234, true],
  ['12 345 678', 12_345_678, true],
  ['−4', -4, true],
  [' 4 ', 4, true],
  ['12 34', 1234, false],
  ['1,234', 1234, false],
  ['', 0, false],
  ['4 min', 4, false],
  [4, '4', false],
  ["L'Isle-Verte", 'L’Isle-Verte', true],
  ['Rivière-du-Loup', 'Rivie\u0300re–du–Loup', true],
  ['Pierrefonds', 'pierrefonds', false],
  [null, null, true],
  [null, 0, false],
  [['a', 1], ['a', 1], true],
])('%j is %j : %j', (said, found, isSame) => {
  expect(isSameValue(said, found)).toBe(isSame);
});

it.each([
  ['0', 'a'],
  ['1', 'b'],
  ['2', undefined],
  ['length', undefined],
  ['01', undefined],
  ['-1', undefined],
])('a step « %s » into a list', async (step, value) => {
  const there = await readValue(
    {
      asked: { text: '', operationName: undefined },
      variables: {},
      asOf: undefined,
      steps: ['data', 'noms', step],
    },
    undefined,
    { readAside: () => Promise.resolve({ data: { noms: ['a', 'b'] } }) } as never,
  );
  expect(there.value).toBe(value);
});
