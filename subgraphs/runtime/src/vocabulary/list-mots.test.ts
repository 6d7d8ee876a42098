import { expect, it } from 'vitest';
import { listMots } from './list-mots.ts';

const mots = (texte: string): string[] => listMots(texte).map(({ mot }) => mot);

it('keeps what holds a digit whole, with its parts', () => {
  expect(mots('la loi (c. P-38.001), en 2010-2011')).toEqual([
    'loi',
    'p38-001',
    '38',
    '001',
    '2010-2011',
    '2010',
    '2011',
  ]);
});

it('says where each word begins, in the text as it is written', () => {
  const texte = 'L’accès d’urgence';
  expect(listMots(texte).map(({ place }) => texte.slice(place, place + 3))).toEqual(['acc', 'urg']);
});
