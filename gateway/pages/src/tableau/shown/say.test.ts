import { expect, it } from 'vitest';
import { namePeriode, sayFigure } from './say.ts';

it.each([
  [2.0001, '2,0001 h'],
  [2.004, '2,004 h'],
  [0.1, '0,1 h'],
  [4, '4 h'],
])('a figure, %f, is said with all its digits', (value, said) => {
  expect(sayFigure(value, 'h')).toBe(said);
});

it.each([
  ['2025-2026-P01', 'Période 1 de 2025-2026'],
  ['autre', 'autre'],
])('a période is said in words: %s', (code, said) => {
  expect(namePeriode(code)).toBe(said);
});
