import { expect, it } from 'vitest';
import { readNombre } from './nombres.ts';

it.each([
  ['24', 24],
  ['trois', 3],
  ['vingt-quatre', 24],
  ['soixante-dix', 70],
  ['quatre-vingts', 80],
  ['quatre-vingt-dix', 90],
  ['cent-vingt', 120],
])('%s is %i', (mot, nombre) => {
  expect(readNombre(mot)).toBe(nombre);
});

it.each(['un', 'trois-rivieres', '2h', 'p38', ''])('%j is no number', (mot) => {
  expect(readNombre(mot)).toBeUndefined();
});
