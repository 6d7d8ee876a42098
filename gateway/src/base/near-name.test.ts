import { expect, it } from 'vitest';
import { nearName, sayNear } from './near-name.ts';

const KNOWN = ['exigence', 'campagne', 'periode', 'volet'];

it.each([
  ['exigense', 'exigence'],
  ['Periode', 'periode'],
  ['période', 'periode'],
  ['pEriodes', 'periode'],
  ['vloet', 'volet'],
  ['utm_source', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('finds what was meant by « %s »', (asked, meant) => {
  expect(nearName(asked, KNOWN)).toBe(meant);
});

it('says it, or nothing', () => {
  expect(sayNear('campagnes', KNOWN)).toBe(' Vouliez-vous dire « campagne » ?');
  expect(sayNear('x', [])).toBe('');
});
