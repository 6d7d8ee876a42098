import { parseJson } from '@palier/calls/json/parse-json';
import type { Cell } from '@palier/adresses/tables';
import { expect, it } from 'vitest';
import { sayCell } from './say-cell.ts';

it.each([
  ['2021', '2021'],
  ['10000', '10 000'],
  ['1234567.5', '1 234 567,5'],
  ['0.1', '0,1'],
  ['-0.30000000000000004', '-0,30000000000000004'],
  ['1e-25', `0,${'0'.repeat(24)}1`],
  ['9007199254740993', '9 007 199 254 740 993'],
  ['0.1000000000000000055511151231257827', '0,1000000000000000055511151231257827'],
  ['true', 'vrai'],
  ['"2021"', '2021'],
  [`"L'Ancienne-Lorette, 5'"`, "L’Ancienne-Lorette, 5'"],
])('says %s as French does, to the digit', (text, said) => {
  expect(sayCell(parseJson(text) as Cell).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(said);
});
