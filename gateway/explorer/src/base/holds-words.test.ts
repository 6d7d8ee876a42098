import { expect, it } from 'vitest';
import { holdsWords } from './holds-words.ts';

const TEXT = 'Q45 Les délais d’Info-Social, à l’échelle d’un établissement';

it.each(['', 'q45', 'delai', 'DÉLAIS établissements', 'info-social', 'éche', 'les de'])(
  'holds « %s »',
  (search) => {
    expect(holdsWords(TEXT, search)).toBe(true);
  },
);

it.each(['attente', 'retard', 'retards'])('holds what is said in the place of « %s »', (search) => {
  expect(holdsWords(TEXT, search)).toBe(true);
});

it.each(['territoire', 'délai territoire', 'q4', 'lais'])('does not hold « %s »', (search) => {
  expect(holdsWords(TEXT, search)).toBe(false);
});
