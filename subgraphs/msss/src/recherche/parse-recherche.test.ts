import { expect, it } from 'vitest';
import { parseRecherche } from './parse-recherche.ts';

it('keeps each word once, and the whole for codes', () => {
  expect(parseRecherche('Délai du DÉLAI')).toEqual({ normalise: 'delai du delai', mots: ['delai', 'du'] });
});

it('leaves out the articles that Postgres does not know as empty', () => {
  expect(parseRecherche('les délais').mots).toEqual(['delais']);
});

it.each(['', '   ', '¿ ?', 'x'.repeat(201)])('refuses %j', (texte) => {
  expect(() => parseRecherche(texte)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'RECHERCHE_INVALIDE' }) }),
  );
});
