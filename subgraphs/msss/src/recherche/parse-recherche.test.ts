import { expect, it } from 'vitest';
import { parseRecherche } from './parse-recherche.ts';

const mots = (texte: string): string[] =>
  parseRecherche(texte).termes.flatMap(({ mots: typed }) => typed.map(({ mot }) => mot));

it('keeps each word once, and the whole for codes', () => {
  expect(parseRecherche('Délai du DÉLAI').normalise).toBe('delai du delai');
  expect(mots('Délai du DÉLAI')).toEqual(['delai']);
});

it.each([
  ['les délais de l’AAOR', ['delais', 'aaor']],
  ['sans rendez-vous', ['sans', 'rendez']],
  ['P-38', ['p38']],
  ['P38', ['p38']],
  ['P 38', ['p38']],
  ['p.38', ['p38']],
  ['loi p. 38.001', ['loi', 'p38-001']],
  ['G‑01', ['g01']],
  ['de 4 à 38 heures', ['4', '38h']],
  ['COVID-19', ['covid19']],
  ['mise en Œuvre', ['mise', 'oeuvre']],
  ['ﬁnancement', ['financement']],
  ["L'accès d’une aujourd\u02bchui", ['acces', 'aujourd', 'hui']],
  ['24/7', ['24-7']],
  ['Info-Social', ['info', 'social']],
])('looks for what %j says, and leaves out what only ties words together', (texte, expected) => {
  expect(mots(texte)).toEqual(expected);
});

it.each(['', '   ', '¿ ?', 'x'.repeat(201)])('refuses %j', (texte) => {
  expect(() => parseRecherche(texte)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'RECHERCHE_INVALIDE' }) }),
  );
});
