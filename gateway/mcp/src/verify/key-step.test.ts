import { expect, it } from 'vitest';
import { findByKeys, readKeys } from './key-step.ts';

const MESURES = [
  { id: 'a,b=c', territoire: { code: '06112' }, periode: { rang: 1 } },
  { id: 'd', territoire: { code: '06112' }, periode: { rang: 2 } },
  { id: 'e', territoire: null, periode: { rang: 2 } },
];
const found = (step: string) => findByKeys(MESURES, readKeys(step)!).map((one) => (one as { id: string }).id);

it('names an element by what it says, however deep, whatever its place', () => {
  expect(found('[id=d]')).toEqual(['d']);
  expect(found('[territoire.code=06112,periode.rang=2]')).toEqual(['d']);
  expect(found('[periode.rang=2]')).toEqual(['d', 'e']);
  expect(found('[territoire.code=06113]')).toEqual([]);
});

it('is no name of what has not its form', () => {
  for (const step of ['0', 'nodes', '[]', '[id]', '[=a]', '[id=a']) expect(readKeys(step)).toBeUndefined();
});
