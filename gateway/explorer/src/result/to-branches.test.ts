import { expect, it } from 'vitest';
import { toBranches } from './to-branches.ts';

const namesOf = (value: unknown) => toBranches(value).map(({ name, note }) => [name, note]);

it('names the elements of a list by what they hold, else by their rank', () => {
  expect(namesOf([{ code: '06112', nom: 'Pierrefonds' }, { code: '06113' }, { lits: 3 }, 'a'])).toEqual([
    ['Pierrefonds', '1'],
    ['06113', '2'],
    ['3', ''],
    ['4', ''],
  ]);
  const measure = { valeur: 4.5, territoire: { nom: 'Pierrefonds' }, periode: { code: '2025-2026-P01' } };
  expect(namesOf([measure])).toEqual([['Pierrefonds, 2025-2026-P01', '1']]);
});

it('names fields by themselves, and says what they hold', () => {
  expect(namesOf({ lieu: { nom: 'A' }, lieux: [1, 2], n: 3 })).toEqual([
    ['lieu', 'A'],
    ['lieux', '2 éléments'],
    ['n', ''],
  ]);
});

it('tells a figure that was received without a value from what is absent', () => {
  const saidOf = (value: unknown) => toBranches(value).map(({ empty }) => empty);
  expect(saidOf({ valeur: null, statut: 'NON_DISPONIBLE', verdict: null })).toEqual([
    'sans valeur, non disponible : n’a pas pu être mesurée',
    'absent',
    'absent',
  ]);
  expect(saidOf({ valeur: null })).toEqual(['sans valeur']);
  expect(saidOf([null])).toEqual(['absent']);
});
