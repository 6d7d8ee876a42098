import { expect, it } from 'vitest';
import { normaliseTexte } from './normalise-texte.ts';

it.each([
  ['DÉLAI', 'delai'],
  ['De\u0301lai', 'delai'],
  ['L’accès à l’œuvre', 'l acces a l oeuvre'],
  ['A-P11:INFO_SOCIAL', 'a p11 info social'],
  ['  « ! »  ', ''],
])('%j is compared as %j', (texte, expected) => {
  expect(normaliseTexte(texte)).toBe(expected);
});
