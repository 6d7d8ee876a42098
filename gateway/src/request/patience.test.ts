import { expect, it } from 'vitest';
import { patienceOf } from './patience.ts';

const giving = (length: number, value: unknown = { valeur: 1 }): Parameters<typeof patienceOf>[0] => ({
  campagne: '2026-2027',
  mesures: Array.from({ length }, () => value),
});

it.each([
  ['nothing', undefined, 1],
  ['no list', { campagne: '2026-2027', mesures: null }, 1],
  ['a page', giving(1_000), 1],
  ['a year of measures', giving(26_937), 13.4685],
  ['more than any file holds', giving(200_000), 20],
  ['a long text', { motif: ' '.repeat(1_000_000) }, 1],
  ['many codes, which weigh nothing', giving(200_000, '06112'), 1],
])('what gives %s has the time of its size', (_what, variables, times) => {
  expect(patienceOf(variables, () => 1_000_000)).toBe(times);
});

it.each([
  ['no time, when the operation does not read it', 3, 1],
  ['the time of what it costs, when less', 4_000, 2],
])('what is given buys %s', (_what, cost, times) => {
  expect(patienceOf(giving(26_937), () => cost)).toBe(times);
});
