import { expect, it } from 'vitest';
import { holdsDemonstration } from './reads.ts';

it.each([
  ['what is made up', { nodes: [null, { provenance: { origine: 'DEMONSTRATION' } }] }, true],
  ['counts of what is made up', { repartition: [{ nombre: 3, fictifs: 1 }] }, true],
  ['counts of what is not', { repartition: [{ nombre: 3, fictifs: 0 }] }, false],
  ['what a level entered', { provenance: { origine: 'SAISIE' }, nom: null }, false],
])('tells %s', (_, data, isIt) => {
  expect(holdsDemonstration(data)).toBe(isIt);
});
