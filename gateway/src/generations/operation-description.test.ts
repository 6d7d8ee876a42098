import { expect, it } from 'vitest';
import { readDescription } from './operation-description.ts';

it.each([
  ['nothing', 'query A { a }', ''],
  ['its comment', '# Ce que dit\n# le graphe.\nquery A { a }', 'Ce que dit le graphe.'],
  ['no more than its comment', '#Un.\n\n# Deux.\nquery A { a } # Trois.', 'Un.'],
  [
    'what it gives, not why it passes limits',
    '# Tout.\n# hors limites : une fois l’an.\nquery A { a }',
    'Tout.',
  ],
  ['nothing, of limits alone', '# hors limites : une fois l’an.\nquery A { a }', ''],
  ['its comment, after empty lines', '\n\n# Un.\nquery A { a }', 'Un.'],
  ['a comment alone', '# Un.', 'Un.'],
])('an operation is described by %s', (_what, text, description) => {
  expect(readDescription(text)).toBe(description);
});
