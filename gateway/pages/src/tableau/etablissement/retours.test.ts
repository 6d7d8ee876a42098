import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { CampagneLue } from '../choices/choices.ts';
import type { RedditionLue } from './data.ts';
import { Retours } from './retours.tsx';

const RETOURNEE = {
  id: '2024-2025:11045127:V1',
  campagne: '2024-2025',
  version: 1,
  examen: {
    cellules: [
      {
        mesureId: '2024-2025-P12:02111:A-P5:AAOR',
        motif: 'Trop basse.',
        attendu: 'Vérifier.',
        mesure: {
          territoire: null,
          exigence: null,
          periode: { code: '2024-2025-P12' },
          unite: 'h',
          lignes: [],
        },
      },
    ],
  },
} as unknown as RedditionLue;

it.each([
  ['OUVERTE', 'Rien encore : une nouvelle version y répondra.'],
  ['FERMEE', 'Rien : la campagne est fermée.'],
])('what nobody answered, in a campagne that is %s, is said so', (statut, said) => {
  const campagne = { code: '2024-2025', nom: 'Campagne 2024-2025', statut } as CampagneLue;
  expect(renderToString(h(Retours, { of: [RETOURNEE], campagne })!)).toContain(said);
});
