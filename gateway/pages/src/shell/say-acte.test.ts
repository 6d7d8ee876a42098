import { expect, it } from 'vitest';
import { sayNote } from './say-acte.ts';
import { sayMotif } from './say-motif.ts';

it.each([
  [
    'acte 2 (ouvrirCampagne), inscrit le 2026-11-30T09:47:59.473Z',
    'acte 2 (ouverture d’une campagne), inscrit le 30 novembre 2026 à 4 h 47',
  ],
  ['acte 7 du journal du ministère', 'acte 7 du journal du ministère'],
])('what a source says of itself is in words: %s', (note, said) => {
  expect(sayNote(note).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(said);
});

it.each([
  [
    'Rien n’a été saisi. Demandé : campagne 2025-2026. D’autres paliers tiennent la liste de ces codes : pour savoir s’ils existent, demander `campagne`.',
    'Rien n’a été saisi.',
  ],
  [
    'Palier n’en tient pas les phrases, et qui l’a peut l’importer (« npm run import -- texte 003 FICHIER »).',
    'Palier n’en tient pas les phrases.',
  ],
  ['Demander `campagne`.', 'Demander la page de la campagne.'],
])('a reader is told what concerns readers: %s', (motif, said) => {
  expect(sayMotif(motif)).toBe(said);
});
