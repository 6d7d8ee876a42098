import { expect, it } from 'vitest';
import { timeAllowed } from './time-allowed.ts';

const giving = (count: number): Parameters<typeof timeAllowed>[1] => ({
  variables: { campagne: '2026-2027', mesures: Array.from({ length: count }, () => ({ valeur: 1 })) },
});

it.each([
  ['nothing', { variables: {} }, 10_000],
  ['a page', giving(1_000), 10_000],
  ['a year of measures', giving(26_937), 134_690],
  ['a short text', { variables: {}, variablesText: '{"n":1}' }, 10_000],
  ['a long text', { variables: {}, variablesText: ' '.repeat(512_000) }, 20_000],
])('a call that gives %s has the time of its size', (_what, request, allowed) => {
  expect(timeAllowed(10_000, request)).toBe(allowed);
});
