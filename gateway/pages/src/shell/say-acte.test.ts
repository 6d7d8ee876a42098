import { expect, it } from 'vitest';
import { sayNote } from './say-acte.ts';

it.each([
  [
    'acte 2 (ouvrirCampagne), inscrit le 2026-11-30T09:47:59.473Z',
    'acte 2 (ouverture d’une campagne), inscrit le 30 novembre 2026 à 4 h 47',
  ],
  ['acte 7 du journal du ministère', 'acte 7 du journal du ministère'],
])('what a source says of itself is in words: %s', (note, said) => {
  expect(sayNote(note).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(said);
});
