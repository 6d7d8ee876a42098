import { expect, it } from 'vitest';
import { createExtrait } from './create-extrait.ts';
import { listMotsDemandes } from '@palier/runtime/list-mots';

const LONG = `${'Un début sans rapport. '.repeat(12)}Le délai de réponse est ici. ${'Une suite sans rapport. '.repeat(12)}`;

it('shows the passage around the word, whatever its accents and ending', () => {
  const extrait = createExtrait({ titre: 'Titre', texte: LONG }, listMotsDemandes('délais'));
  expect(extrait).toMatch(/^… .*Le délai de réponse est ici\..* …$/);
  expect(extrait.length).toBeLessThanOrEqual(204);
});

it('shows the title when the text does not hold the word', () => {
  expect(
    createExtrait({ titre: 'Pierrefonds', texte: 'Autre chose.' }, listMotsDemandes('pierrefonds')),
  ).toBe('Pierrefonds');
});

it('shows a short text whole', () => {
  expect(createExtrait({ titre: 'Titre', texte: 'Délai court.' }, listMotsDemandes('delai'))).toBe(
    'Délai court.',
  );
});
