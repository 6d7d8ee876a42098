import { expect, it } from 'vitest';
import { nameFact } from './name-fact.ts';

const EXIGENCE = { code: 'A-P5:AAOR', standard: { enonce: 'Délai' }, service: { nom: 'Accueil' } };

it.each([
  [{ __typename: 'Exigence', ...EXIGENCE }, 'Accueil : Délai'],
  [
    {
      __typename: 'Mesure',
      code: 'x',
      exigence: EXIGENCE,
      territoire: { code: '06112', nom: 'Pierrefonds' },
      periode: { code: '2025-2026-P01' },
    },
    'Accueil : Délai, Pierrefonds, période 1 de 2025-2026',
  ],
  [{ __typename: 'Mesure', code: 'x' }, 'x'],
  [
    {
      __typename: 'Reddition',
      code: 'x',
      etablissement: { nom: 'CISSS' },
      campagne: '2024-2025',
      version: 1,
    },
    'Version d’une reddition de comptes, CISSS, 2024-2025, version 1',
  ],
])('names %j', (fact, name) => {
  expect(nameFact(fact)).toBe(name);
});
