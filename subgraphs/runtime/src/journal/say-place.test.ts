import { expect, it } from 'vitest';
import { sayPlace } from './say-place.ts';

it.each([
  [['lignes', 0, 'justification'], 'ligne 1, justification'],
  [['regles', 2, 'exigences', 11], 'regle 3, exigence 12'],
  [['fondement', 'note'], 'fondement, note'],
  [[4], 'contenu 5'],
  [[], 'contenu'],
])('says the place %j as people do', (path, said) => {
  expect(sayPlace(path)).toBe(said);
});

it('says what its author named otherwise by that name', () => {
  expect(sayPlace(['lignes', 2, 'valeur'], { lignes: 'mesures' })).toBe('mesure 3, valeur');
});
